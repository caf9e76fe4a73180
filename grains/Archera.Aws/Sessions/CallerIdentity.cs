using Amazon.SecurityToken.Model;
using Archera.Aws.Calls;

namespace Archera.Aws.Sessions;

/// <summary>Who AWS says the caller is.</summary>
public sealed record CallerIdentity(string Account, string Arn)
{
    private const string Session = ":assumed-role/";

    /// <summary>The ARN, a session's without its name: all sessions of one role are one principal.</summary>
    internal string Principal => Arn.Contains(Session, StringComparison.Ordinal) ? Arn[..Arn.LastIndexOf('/')] : Arn;

    internal static AwsAnswer<CallerIdentity> Of(AwsCall call, AwsAnswer<GetCallerIdentityResponse> answer)
    {
        if (!answer.Succeeded)
            return answer.Failure;
        return answer.Value is { Account.Length: > 0, Arn.Length: > 0 } identity
            ? new AwsAnswer<CallerIdentity>
            {
                Value = new CallerIdentity(identity.Account, identity.Arn),
                RequestId = answer.RequestId,
            }
            : AwsErrorClassifier.NotAnAnswer(call, "NoIdentity");
    }
}
