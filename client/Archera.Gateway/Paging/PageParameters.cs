using System.Collections.Frozen;
using System.Globalization;
using Archera.Gateway.Reports;
using Archera.Gateway.Requests;

namespace Archera.Gateway.Paging;

/// <summary>The parameters of every list that is given page by page.</summary>
internal static class PageParameters
{
    public const string LimitName = "limit";
    public const string CursorName = "cursor";

    /// <summary>The most rows of a page, and as many as it has when nothing else is asked for.</summary>
    public const int MaxLimit = 1_000;

    public static readonly QueryParameter Limit = new(
        LimitName,
        "How many rows a page has at most, 1 to 1000. When left out: 1000; as CSV without a cursor, all of them.")
    {
        Pattern = "^([1-9][0-9]{0,2}|1000)$",
    };

    public static readonly QueryParameter Cursor = new(
        CursorName, "Goes on after an earlier page: its nextCursor, with the other parameters as they were.")
    {
        Pattern = "^[A-Za-z0-9_-]{103}$",
    };

    /// <summary>Parameters that change how an answer is given, not what it says.</summary>
    public static readonly FrozenSet<string> OfGiving =
        new[] { LimitName, CursorName, ReportFormats.Parameter, ReportParameters.RequireComplete.Name }
            .ToFrozenSet(StringComparer.Ordinal);

    public static int? ReadLimit(ParameterReader reader) => reader.Single<int?>(
        LimitName, TryParseLimit, $"a whole number from 1 to {MaxLimit}", fallback: null);

    public static UncheckedCursor? ReadCursor(ParameterReader reader) => reader.Single<UncheckedCursor?>(
        CursorName, PageCursor.TryRead, "a cursor as an earlier page gave it, unchanged", fallback: null);

    private static bool TryParseLimit(string? text, out int? limit)
    {
        limit = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= MaxLimit
                ? number
                : null;
        return limit is not null;
    }
}
