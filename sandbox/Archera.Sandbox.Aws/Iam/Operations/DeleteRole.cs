using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

/// <summary>Deletes a role that has no policies any more; its sessions end at once.</summary>
internal sealed class DeleteRole(RoleStore roles) : ExistingRoleOperation(roles)
{
    public override string Name => "DeleteRole";

    protected override QueryAnswer Answer(QueryCall call, Role role)
    {
        if (!role.Policies.IsEmpty)
        {
            return Refuse(
                call, new AwsError(409, "DeleteConflict", "Cannot delete entity, must delete policies first."));
        }

        Roles.Delete(role.Arn.Value);
        return Done(role);
    }
}
