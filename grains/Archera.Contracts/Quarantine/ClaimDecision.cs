namespace Archera.Contracts.Quarantine;

/// <summary>What an operator decides about a claim on an account that another tenant uses.</summary>
[GenerateSerializer, Alias("archera.ClaimDecision")]
public enum ClaimDecision
{
    /// <summary>
    /// The claimant gets the account with its figures, or keeps it where it owns it; another that owned it is refused
    /// from then on. Who uses the payer account of a linked account goes on.
    /// </summary>
    Transfer,

    /// <summary>
    /// The claim is refused; nothing changes for another tenant that uses the account, or its payer. A claimant that
    /// owns the account, and was quarantined over its payer, is not read any more; it keeps its figures.
    /// </summary>
    Refuse,
}
