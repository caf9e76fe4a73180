namespace Archera.Contracts.LinkedAccounts;

/// <summary>How an account stands to the payer's organization.</summary>
[GenerateSerializer, Alias("archera.MembershipKind")]
public enum MembershipKind
{
    /// <summary>It is on the newest list.</summary>
    Member,

    /// <summary>It was on an earlier list.</summary>
    Left,

    /// <summary>It has left, and is on the newest list of another payer of the tenant's.</summary>
    Moved,

    /// <summary>It is connected by itself: the list of its organization is not read through it.</summary>
    Alone,
}
