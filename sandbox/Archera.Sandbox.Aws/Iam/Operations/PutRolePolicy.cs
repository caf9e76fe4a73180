using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

/// <summary>Adds or replaces an inline policy. Running sessions have its rights from the next call on.</summary>
internal sealed class PutRolePolicy(RoleStore roles) : RolePolicyOperation(roles)
{
    public override string Name => "PutRolePolicy";

    protected override void Check(QueryForm form, FieldChecks checks)
    {
        base.Check(form, checks);
        PolicyField.Check(form, "PolicyDocument", checks);
    }

    protected override QueryAnswer Answer(QueryCall call, Role role)
    {
        var (policy, error) = Read(call.Form["PolicyDocument"]!, PolicyKind.Identity);
        if (error is not null)
            return Refuse(call, error);
        var policies = role.Policies.SetItem(call.Form["PolicyName"]!, policy!);
        return policies.Values.Sum(PolicyField.Size) > PolicyField.MaxInlineCharacters
            ? Refuse(call, new AwsError(
                409,
                "LimitExceeded",
                $"Maximum policy size of {PolicyField.MaxInlineCharacters} bytes exceeded for role {role.Arn.Name}"))
            : Done(Roles.Keep(role with { Policies = policies }));
    }
}
