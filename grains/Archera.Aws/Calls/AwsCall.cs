using Archera.Contracts.Identity;

namespace Archera.Aws.Calls;

/// <summary>What is called, and for whom.</summary>
/// <param name="ByVendor">Signed with our own credentials, not with the role's session.</param>
internal sealed record AwsCall(PayerAccountKey Account, AwsApi Api, string Operation, bool ByVendor = false)
{
    /// <summary>What IAM must allow for it: the action is named as the operation.</summary>
    public string Action => $"{Api.IamPrefix}:{Operation}";

    public override string ToString() => $"{Api.Service}.{Operation}";
}
