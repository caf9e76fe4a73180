using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

/// <summary>Attaches a managed policy; one that is attached already stays so.</summary>
internal sealed class AttachRolePolicy(RoleStore roles) : ManagedPolicyOperation(roles)
{
    public override string Name => "AttachRolePolicy";

    protected override QueryAnswer Answer(QueryCall call, Role role) =>
        ManagedPolicies.Exists(Arn(call), role.Arn.Partition)
            ? Done(Roles.Keep(role with { ManagedPolicyArns = role.ManagedPolicyArns.Add(Arn(call)) }))
            : Refuse(call, NoSuchEntity($"Policy {Arn(call)} does not exist or is not attachable."));
}
