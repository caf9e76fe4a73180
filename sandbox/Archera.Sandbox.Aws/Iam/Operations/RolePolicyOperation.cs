using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

/// <summary>An IAM call about one inline policy of a role.</summary>
internal abstract class RolePolicyOperation(RoleStore roles) : ExistingRoleOperation(roles)
{
    protected override void Check(QueryForm form, FieldChecks checks)
    {
        checks.Required(form["PolicyName"], "policyName");
        checks.Text(form["PolicyName"], "policyName", 1, 128);
    }

    protected override AwsError? Wrong(QueryForm form) => WrongName(form["PolicyName"]!, "policyName");

    protected static AwsError NoSuchPolicy(string name) =>
        NoSuchEntity($"The role policy with name {name} cannot be found.");
}
