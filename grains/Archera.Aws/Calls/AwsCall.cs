using Archera.Contracts.Identity;

namespace Archera.Aws.Calls;

/// <summary>What is called, and for whom.</summary>
/// <param name="ByVendor">Signed with our own credentials, not with the role's session.</param>
internal sealed record AwsCall(PayerAccountKey Account, AwsApi Api, string Operation, bool ByVendor = false)
{
    public override string ToString() => $"{Api.Service}.{Operation}";
}
