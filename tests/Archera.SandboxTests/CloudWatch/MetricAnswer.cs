using System.Globalization;
using System.Text.Json;

namespace Archera.SandboxTests.CloudWatch;

/// <summary>An answer of GetMetricData in short: <c>m1 Complete 12:00=1.5 12:05=2</c> for each metric.</summary>
internal sealed record MetricAnswer(IReadOnlyList<string> Rows, string? NextToken)
{
    internal static MetricAnswer Of(JsonElement answer) => new(
        [.. answer.GetProperty("MetricDataResults").EnumerateArray().Select(Row)],
        answer.TryGetProperty(nameof(NextToken), out var token) ? token.GetString() : null);

    internal string Only => Rows.ShouldHaveSingleItem();

    private static string Row(JsonElement row) => string.Join(' ',
    [
        row.GetProperty("Id").GetString()!,
        row.GetProperty("StatusCode").GetString()!,
        .. row.GetProperty("Timestamps").EnumerateArray().Zip(row.GetProperty("Values").EnumerateArray()).Select(
            pair => string.Create(
                CultureInfo.InvariantCulture,
                $"{DateTimeOffset.FromUnixTimeSeconds((long)pair.First.GetDouble()):HH:mm}={pair.Second.GetDouble()}")),
    ]);
}
