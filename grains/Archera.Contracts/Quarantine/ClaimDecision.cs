namespace Archera.Contracts.Quarantine;

/// <summary>What an operator decides about a claim on an account that another tenant uses.</summary>
[GenerateSerializer, Alias("archera.ClaimDecision")]
public enum ClaimDecision
{
    /// <summary>
    /// The claimant gets the account with its figures; whoever used it until now is refused from then on. Who uses the
    /// payer account of a linked account goes on.
    /// </summary>
    Transfer,

    /// <summary>The claim is refused; nothing changes for whoever uses the account, or its payer.</summary>
    Refuse,
}
