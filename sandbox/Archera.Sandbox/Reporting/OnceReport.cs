using System.Text.Json;
using Archera.Sandbox.Comparison;

namespace Archera.Sandbox.Reporting;

/// <summary>The last line of <c>--once</c>: what was read, what it took, and how it compares with the truth.</summary>
/// <param name="Rows">Stored (payer, dataset, day, keys) cells.</param>
/// <param name="Days">Payer-days.</param>
/// <param name="AwsCalls">Requests on the wire by the product's own meter, every attempt counted.</param>
/// <param name="Late">Partitions still late.</param>
/// <param name="Mismatches">Cells missing, extra or unequal as read through the HTTP API.</param>
/// <param name="Datasets">The same for each dataset.</param>
/// <param name="Backfill">The payer account that was back-filled; null where there is none.</param>
internal sealed record OnceReport(
    int Tenants,
    int PayerAccounts,
    int LinkedAccounts,
    long Rows,
    int Days,
    long AwsCalls,
    decimal AwsCostUsd,
    long Throttled,
    long Retries,
    int Late,
    int Mismatches,
    double Seconds,
    long PeakRssMiB,
    IReadOnlyList<DatasetFigures> Datasets,
    PastFigures? Backfill)
{
    internal string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
