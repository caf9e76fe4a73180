using System.ComponentModel.DataAnnotations;

namespace Archera.Grains.Reports;

/// <summary>How reports are answered. Section <c>Reports</c>.</summary>
public sealed record ReportOptions
{
    /// <summary>
    /// How many bytes of decoded days a silo keeps for the next question. Default 64 MiB; a miss costs a decode.
    /// </summary>
    [Range(0, 4L * 1024 * 1024 * 1024)]
    public long DecodedBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// How long a tenant's view waits for its accounts: those that have not answered by then are late as
    /// <c>unknown</c>. Default 8 seconds; a gateway waits 10 for the whole.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How many payer accounts a tenant's view asks at the same time. Default 32.</summary>
    [Range(1, 1000)]
    public int FanOut { get; init; } = 32;

    /// <summary>
    /// How many days back what was shown is kept, for <c>asOf</c> and what changed since. Default 400, as long as a
    /// question may be; each revision costs the rows that changed with it. The day's next read drops what is older.
    /// </summary>
    [Range(1, 3_660)]
    public int KeepRevisionsDays { get; init; } = 400;

    /// <summary>
    /// How many revisions of a day are kept at most, the newest included. Default 400: restated once a day for all of
    /// <see cref="KeepRevisionsDays"/>.
    /// </summary>
    [Range(1, 10_000)]
    public int KeepRevisions { get; init; } = 400;
}
