using Archera.Aws.Sessions;
using Archera.Contracts.Identity;

namespace Archera.Aws.Calls;

/// <summary>What is called, and for whom.</summary>
/// <param name="Account">The account that is asked.</param>
/// <param name="Api">Which API.</param>
/// <param name="Operation">Which operation of it.</param>
/// <param name="By">Whose credentials of ours sign it; null for the role's session.</param>
internal sealed record AwsCall(PayerAccountKey Account, AwsApi Api, string Operation, OurPrincipal? By = null)
{
    /// <summary>Where, for an API that is asked in each Region.</summary>
    public AwsRegion? Region { get; init; }

    /// <summary>What AWS charges for an answer, in US dollars.</summary>
    public decimal PriceUsd { get; init; } = Api.PriceUsd;

    /// <summary>What IAM must allow for it: the action is named as the operation.</summary>
    public string Action => $"{Api.IamPrefix}:{Operation}";

    public override string ToString() => Region is { } region
        ? $"{Api.Service}.{Operation} in {region}"
        : $"{Api.Service}.{Operation}";
}
