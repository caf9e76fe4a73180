using System.Globalization;

namespace Archera.Gateway.Costs;

/// <summary>The header <c>Archera-Completeness: accounts=5/5; days=310/310; as-of=2026-03-03T06:10:00Z</c>.</summary>
internal static class CompletenessHeader
{
    public const string Name = "Archera-Completeness";
    public const string Example = "accounts=5/5; days=310/310; as-of=2026-03-03T06:10:00Z";

    public static string Of(CompletenessResource completeness)
    {
        var asOf = completeness.AsOf is { } time
            ? time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
            : "none";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"accounts={completeness.AccountsReceived}/{completeness.AccountsExpected}; " +
            $"days={completeness.DaysReceived}/{completeness.DaysExpected}; as-of={asOf}");
    }
}
