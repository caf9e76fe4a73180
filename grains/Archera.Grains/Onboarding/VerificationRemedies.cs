using Archera.Aws.Calls;

namespace Archera.Grains.Onboarding;

/// <summary>What the customer can do about a step that failed.</summary>
public static class VerificationRemedies
{
    /// <summary>AWS does not say which of these it was: what is easiest to look at comes first.</summary>
    public const string OfRole =
        "AWS answers the same whether the role does not exist or its trust policy does not let us in. Look in this "
        + "order: that the role exists under exactly this ARN; that its trust policy names the account's "
        + "vendorPrincipalArn as principal; that it allows sts:AssumeRole and sts:SetSourceIdentity, both; that its "
        + "sts:ExternalId is exactly the account's externalId. Then verify again: AWS needs some seconds until a "
        + "change is seen everywhere, and was asked for as long.";

    public const string OfSourceIdentity =
        "Let the trust policy allow us sts:SetSourceIdentity beside sts:AssumeRole, under the same sts:ExternalId "
        + "condition, then verify again.";

    public const string OfNoOrganization =
        "Only mode SubAccount connects an account without an organization. If it belongs to one by now, verify again.";

    public const string OfMember =
        "If the account is a linked one that is to be connected alone, that takes mode SubAccount.";

    public const string Later = "Nothing to change on your side: verify again later.";

    /// <summary>Nobody's role is to blame.</summary>
    public static string OfNothingFoundOut(AwsFailure failure) => failure switch
    {
        { Reason: FailureReasons.RegionDisabled } =>
            "It says nothing about the role: activate STS there, then verify again.",
        { Fault: FaultOf.Customer, CanRetry: false } => "It says nothing about the role: verify again once it is so.",
        _ => Later,
    };
}
