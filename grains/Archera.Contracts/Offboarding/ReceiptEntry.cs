using Archera.Contracts.Identity;

namespace Archera.Contracts.Offboarding;

/// <summary>One receipt of a tenant's list.</summary>
[GenerateSerializer, Immutable, Alias("archera.ReceiptEntry")]
public sealed record ReceiptEntry(
    [property: Id(0)] string ReceiptId,
    [property: Id(1)] PayerAccountKey PayerAccount,
    [property: Id(2)] DateTimeOffset EndedAt);
