using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

/// <summary>Deletes a role that has no policies any more; its sessions end at once.</summary>
internal sealed class DeleteRole(RoleStore roles) : ExistingRoleOperation(roles)
{
    public override string Name => "DeleteRole";

    protected override QueryAnswer Answer(QueryCall call, Role role)
    {
        if (!role.ManagedPolicyArns.IsEmpty)
            return Conflict(call, "detach all");
        if (!role.Policies.IsEmpty)
            return Conflict(call, "delete");
        Roles.Delete(role.Arn.Value);
        return Done(role);
    }

    private static QueryAnswer Conflict(QueryCall call, string what) =>
        Refuse(call, new AwsError(409, "DeleteConflict", $"Cannot delete entity, must {what} policies first."));
}
