using System.Globalization;

namespace Archera.Gateway.Csv;

/// <summary>One cell: a text, or something that is never taken for a formula because it is no text.</summary>
internal readonly record struct CsvCell
{
    private CsvCell(string? text, bool isText) => (Text, IsText) = (text ?? "", isText);

    public static CsvCell Empty => new(null, isText: false);

    public string Text { get; }

    /// <summary>A spreadsheet would run a text that begins like a formula.</summary>
    public bool IsText { get; }

    public static CsvCell Of(string? text) => new(text, isText: true);

    /// <param name="amount">Decimal text, exactly as JSON has it; null is an empty cell.</param>
    public static CsvCell OfNumber(string? amount) => new(amount, isText: false);

    public static CsvCell Of(bool value) => new(value ? "true" : "false", isText: false);

    public static CsvCell Of(DateOnly? day) =>
        new(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), isText: false);

    public static CsvCell Of(DateTime? utc) =>
        new(utc?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture), isText: false);
}
