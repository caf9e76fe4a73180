using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

internal sealed class DetachRolePolicy(RoleStore roles) : ManagedPolicyOperation(roles)
{
    public override string Name => "DetachRolePolicy";

    protected override QueryAnswer Answer(QueryCall call, Role role) => role.ManagedPolicyArns.Contains(Arn(call))
        ? Done(Roles.Keep(role with { ManagedPolicyArns = role.ManagedPolicyArns.Remove(Arn(call)) }))
        : Refuse(call, NoSuchEntity($"Policy {Arn(call)} was not found."));
}
