using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

internal sealed class DeleteRolePolicy(RoleStore roles) : RolePolicyOperation(roles)
{
    public override string Name => "DeleteRolePolicy";

    protected override QueryAnswer Answer(QueryCall call, Role role)
    {
        var name = call.Form["PolicyName"]!;
        return role.Policies.ContainsKey(name)
            ? Done(Roles.Keep(role with { Policies = role.Policies.Remove(name) }))
            : Refuse(call, NoSuchPolicy(name));
    }
}
