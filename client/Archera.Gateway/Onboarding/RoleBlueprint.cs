using Archera.Contracts.Identity;

namespace Archera.Gateway.Onboarding;

/// <summary>
/// The role that a customer creates for one claim: what it grants, and to whom. Every template is this, written in
/// another language. It holds the external id, so it is shown to the claim's own tenant alone.
/// </summary>
internal sealed record RoleBlueprint(
    PayerAccountKey Account, RoleRights Rights, string VendorPrincipalArn, ExternalId ExternalId)
{
    public const string RoleName = "Archera";
    public const string PolicyName = "Archera";
    public const string TrustSid = "ArcheraEnters";
    public const string AssumeRole = "sts:AssumeRole";

    /// <summary>Lets every event in the customer's CloudTrail name us.</summary>
    public const string SetSourceIdentity = "sts:SetSourceIdentity";

    public const string ExternalIdKey = "sts:ExternalId";

    /// <summary>A session of ours never asks for more.</summary>
    public const int MaxSessionSeconds = 3600;

    public string RoleArn => $"arn:{Account.Partition}:iam::{Account.AccountId}:role/{RoleName}";

    public PolicyDocument TrustPolicy => PolicyDocument.Of(new PolicyStatement(
        TrustSid,
        PolicyStatement.Allow,
        [AssumeRole, SetSourceIdentity],
        Principal: new Dictionary<string, string> { ["AWS"] = VendorPrincipalArn },
        Condition: new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["StringEquals"] = new Dictionary<string, string> { [ExternalIdKey] = ExternalId.Reveal() },
        }));
}
