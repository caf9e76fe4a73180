using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;

namespace Archera.Contracts.Commitments;

/// <summary>A question about commitments over all of a tenant's payers.</summary>
/// <param name="PayerAccounts">Those that it is about; empty: all.</param>
/// <param name="Kinds">Those that it is about; empty: both.</param>
/// <param name="Services">Of reservations, the services; empty: all. Savings Plans have none.</param>
/// <param name="AsOf">As shown at the end of that UTC day; null: now.</param>
[GenerateSerializer, Immutable, Alias("archera.CommitmentQuery")]
public sealed record CommitmentQuery(
    [property: Id(0)] DatePeriod Period,
    [property: Id(1)] CostGranularity Granularity,
    [property: Id(2)] ImmutableArray<PayerAccountKey> PayerAccounts,
    [property: Id(3)] ImmutableArray<CommitmentKind> Kinds,
    [property: Id(4)] ImmutableArray<string> Services,
    [property: Id(5)] DateOnly? AsOf)
{
    /// <summary>As many days as any report covers.</summary>
    public const int MaxDays = 400;

    /// <summary>Rows of an answer; more is refused.</summary>
    public const int MaxRows = 100_000;

    public ImmutableArray<DatasetName> Datasets =>
        [.. Enum.GetValues<CommitmentKind>().Where(Keeps).Select(CommitmentDatasets.Of)];

    public bool Keeps(PayerAccountKey payer) => PayerAccounts.IsEmpty || PayerAccounts.Contains(payer);

    public bool Keeps(CommitmentKind kind) => Kinds.IsEmpty || Kinds.Contains(kind);

    public bool KeepsService(string service) => Services.IsEmpty || Services.Contains(service);
}
