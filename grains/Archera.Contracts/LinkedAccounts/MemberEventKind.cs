namespace Archera.Contracts.LinkedAccounts;

[GenerateSerializer, Alias("archera.MemberEventKind")]
public enum MemberEventKind
{
    /// <summary>It was on a listing for the first time.</summary>
    Seen,

    /// <summary>It was not on the listing any more.</summary>
    Left,

    /// <summary>It was there again, or had joined anew.</summary>
    Returned,

    Renamed,

    /// <summary>AWS has another word for its state.</summary>
    StateChanged,
}
