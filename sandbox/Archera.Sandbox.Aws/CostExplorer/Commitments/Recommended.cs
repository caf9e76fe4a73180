using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>What every recommendation has: when it was made, and ids that the same question finds again.</summary>
internal static class Recommended
{
    /// <summary>AWS's month, for monthly savings.</summary>
    public const decimal HoursPerMonth = 730;

    public static string Id(params string[] parts) => new Guid(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', parts))).AsSpan(0, 16)).ToString();

    public static JsonObject Metadata(DateOnly today, string id) => new()
    {
        ["RecommendationId"] = id,
        ["GenerationTimestamp"] = Text(today) + "T03:12:44Z",
    };

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
