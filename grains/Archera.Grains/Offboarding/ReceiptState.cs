using Archera.Contracts.Offboarding;
using Archera.Grains.Storage;

namespace Archera.Grains.Offboarding;

/// <summary>One receipt, as it was signed.</summary>
[GenerateSerializer, Immutable, Alias("archera.state.Receipt")]
public sealed record ReceiptState : IVersionedState
{
    public static int KnownVersion => 1;

    [Id(0)]
    public int Version { get; init; } = KnownVersion;

    /// <summary>Null until it is signed.</summary>
    [Id(1)]
    public SignedReceipt? Receipt { get; init; }
}
