using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

/// <summary>Replaces the trust policy. Sessions that were issued under the old one go on.</summary>
internal sealed class UpdateAssumeRolePolicy(RoleStore roles, TrustedPrincipals principals)
    : ExistingRoleOperation(roles)
{
    public override string Name => "UpdateAssumeRolePolicy";

    protected override void Check(QueryForm form, FieldChecks checks) =>
        PolicyField.Check(form, "PolicyDocument", checks);

    protected override QueryAnswer Answer(QueryCall call, Role role)
    {
        var (trust, error) = Read(call.Form["PolicyDocument"]!, PolicyKind.Trust);
        error ??= principals.Invalid(trust!, role.Arn.Partition) ?? PolicyField.TrustTooLong(trust!);
        return error is null ? Done(Roles.Trust(role, trust!)) : Refuse(call, error);
    }
}
