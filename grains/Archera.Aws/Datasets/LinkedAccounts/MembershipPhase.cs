namespace Archera.Aws.Datasets.LinkedAccounts;

/// <summary>How an account stood from one listing on, until the next phase.</summary>
/// <param name="Since">When the listing was read that showed it first, by the billing clock.</param>
/// <param name="IsMember">It is on the list. Where not, the rest is what it was when it last was.</param>
/// <param name="State">AWS's word, as <see cref="LinkedAccount.State"/>.</param>
/// <param name="JoinedAt">When it joined, where AWS says so: another time is another stay.</param>
public sealed record MembershipPhase(
    DateTimeOffset Since, bool IsMember, string Name, string State, DateTimeOffset? JoinedAt)
{
    /// <summary>The account joined anew since that phase: after it had left, or so quickly that no listing missed it.
    /// </summary>
    public bool IsReturnAfter(MembershipPhase earlier) => IsMember
        && (!earlier.IsMember || (JoinedAt is { } joined && earlier.JoinedAt is { } before && joined != before));

    /// <summary>Both say the same of the account.</summary>
    public bool Says(MembershipPhase other) => other with { Since = Since } == this;
}
