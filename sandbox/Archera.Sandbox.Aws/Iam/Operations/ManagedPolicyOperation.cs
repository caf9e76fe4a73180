using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

/// <summary>An IAM call about one managed policy and a role.</summary>
internal abstract class ManagedPolicyOperation(RoleStore roles) : ExistingRoleOperation(roles)
{
    private const string Field = "PolicyArn";

    protected sealed override void Check(QueryForm form, FieldChecks checks)
    {
        checks.Required(form[Field], "policyArn");
        checks.Text(form[Field], "policyArn", 20, 2_048);
    }

    protected sealed override AwsError? Wrong(QueryForm form) =>
        form[Field]!.Split(':') is ["arn", _, "iam", "", _, _]
            ? null
            : new AwsError(400, "InvalidInput", $"ARN {form[Field]} is not valid.");

    protected static string Arn(QueryCall call) => call.Form[Field]!;
}
