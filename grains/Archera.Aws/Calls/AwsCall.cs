using Archera.Aws.Sessions;
using Archera.Contracts.Identity;

namespace Archera.Aws.Calls;

/// <summary>What is called, and for whom.</summary>
/// <param name="By">Whose credentials of ours sign it; null for the role's session.</param>
internal sealed record AwsCall(PayerAccountKey Account, AwsApi Api, string Operation, OurPrincipal? By = null)
{
    /// <summary>What IAM must allow for it: the action is named as the operation.</summary>
    public string Action => $"{Api.IamPrefix}:{Operation}";

    public override string ToString() => $"{Api.Service}.{Operation}";
}
