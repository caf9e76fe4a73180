using System.Diagnostics.CodeAnalysis;
using Microsoft.Net.Http.Headers;

namespace Archera.Gateway.Reports;

/// <summary>Which format a request asks for: its parameter has the word, then its header Accept; else JSON.</summary>
internal static class ReportFormats
{
    public const string Parameter = "format";

    public static readonly string[] Names = ["json", "csv"];

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private static readonly MediaTypeHeaderValue Csv = new("text/csv");

    public static bool TryParse([NotNullWhen(true)] string? text, out ReportFormat? format)
    {
        var index = Array.IndexOf(Names, text);
        format = index < 0 ? null : (ReportFormat)index;
        return index >= 0;
    }

    /// <summary>CSV where the caller likes it better than JSON; whoever takes anything gets JSON.</summary>
    public static ReportFormat Accepted(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList([.. request.Headers.Accept.OfType<string>()], out var accepted)
        && Liking(accepted, Csv) > Liking(accepted, Json)
            ? ReportFormat.Csv
            : ReportFormat.Json;

    /// <summary>The quality of the most specific range that the type is in; 0 where it is in none.</summary>
    private static double Liking(IEnumerable<MediaTypeHeaderValue> accepted, MediaTypeHeaderValue type) => accepted
        .Where(range => type.MediaType.Equals(range.MediaType, StringComparison.OrdinalIgnoreCase)
            || (range.MatchesAllSubTypes && (range.MatchesAllTypes
                || type.Type.Equals(range.Type, StringComparison.OrdinalIgnoreCase))))
        .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault();
}
