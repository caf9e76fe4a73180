namespace Archera.Contracts.LinkedAccounts;

/// <summary>Something that a listing told of an account.</summary>
/// <param name="At">When the listing was read, by the billing clock: it happened between the one before and
/// then.</param>
/// <param name="Value">The new name or state; null for other kinds.</param>
[GenerateSerializer, Immutable, Alias("archera.MemberEvent")]
public sealed record MemberEvent(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] MemberEventKind Kind,
    [property: Id(2)] string? Value = null);
