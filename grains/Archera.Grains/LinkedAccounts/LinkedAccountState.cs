using Archera.Contracts.Identity;
using Archera.Grains.Refresh;
using Archera.Grains.Storage;

namespace Archera.Grains.LinkedAccounts;

[GenerateSerializer, Immutable, Alias("archera.state.LinkedAccount")]
public sealed record LinkedAccountState : IVersionedState
{
    /// <summary>What it is stored under.</summary>
    public const string RecordName = "linked-account";

    public static int KnownVersion => 1;

    [Id(0)]
    public int Version { get; init; } = KnownVersion;

    /// <summary>Raised by every activation before its first AWS call: a lower one is a stranger's.</summary>
    [Id(1)]
    public long Epoch { get; init; }

    /// <summary>
    /// The first day that the account is read for whole: the one after its first look. Null: it was never read.
    /// </summary>
    [Id(2)]
    public DateOnly? FirstDay { get; init; }

    [Id(3)]
    public DateTimeOffset? KnownSince { get; init; }

    [Id(4)]
    public RefreshBook Refresh { get; init; } = new();

    /// <summary>The role that was proven to open to us alone, with the external id that it was proven for.</summary>
    [Id(5)]
    public LinkedProof? Proof { get; init; }

    /// <summary>The role was found open to others than us: nothing is read until it is found shut.</summary>
    [Id(6)]
    public bool IsOpen { get; init; }

    /// <summary>The tenant that it is read for.</summary>
    [Id(7)]
    public TenantId? Tenant { get; init; }
}
