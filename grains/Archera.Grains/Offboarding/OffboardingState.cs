using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Grains.Storage;

namespace Archera.Grains.Offboarding;

/// <summary>A tenant's departures, oldest first. Every method returns the next state.</summary>
[GenerateSerializer, Immutable, Alias("archera.state.Offboarding")]
public sealed record OffboardingState : IVersionedState
{
    /// <summary>Each is some 200 bytes and a receipt of about 2 KB; beyond it the oldest receipt is dropped.</summary>
    public const int MaxDepartures = 1_000;

    public static int KnownVersion => 1;

    [Id(0)]
    public int Version { get; init; } = KnownVersion;

    [Id(1)]
    public ImmutableArray<Departure> Departures { get; init; } = [];

    public Departure? Last(PayerAccountKey account) =>
        Departures.LastOrDefault(departure => departure.PayerAccount == account);

    public Departure? Find(OperationId operation) =>
        Departures.FirstOrDefault(departure => departure.Operation == operation);

    public Departure? WithReceipt(string receiptId) =>
        Departures.FirstOrDefault(departure => !departure.IsUnderWay && departure.ReceiptId == receiptId);

    /// <summary>The ended departure that has to make room for a further one; null while there is room.</summary>
    public Departure? Oldest() => Departures.Length < MaxDepartures
        ? null
        : Departures.FirstOrDefault(departure => !departure.IsUnderWay);

    public OffboardingState Begin(Departure departure) => this with
    {
        Departures = (Oldest() is { } oldest ? Departures.Remove(oldest) : Departures).Add(departure),
    };

    public OffboardingState With(Departure changed) => this with
    {
        Departures =
        [
            .. Departures.Select(known => known.Operation == changed.Operation ? changed : known),
        ],
    };

    /// <summary>
    /// The number of a departure's operation: above those before it, and never below the clock, as refreshes of the
    /// account are numbered from it afterwards.
    /// </summary>
    public long NextNumber(PayerAccountKey account, DateTimeOffset now) =>
        Math.Max((Last(account)?.Number ?? 0) + 1, now.ToUnixTimeSeconds());
}
