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
}
