using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Archera.Gateway.Csv;

/// <summary>
/// Writes sheets as RFC 4180 says: UTF-8, commas, CRLF, quotes where needed and doubled within. The bytes depend on the
/// sheet alone, never on culture, time zone or operating system.
/// </summary>
internal static class CsvWriter
{
    public const string ContentType = "text/csv; charset=utf-8; header=present";

    /// <summary>How much is written between two flushes: what a slow reader makes the process hold.</summary>
    public const int FlushBytes = 64 * 1024;

    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n");

    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r");

    public static async Task WriteAsync(PipeWriter output, CsvSheet sheet, CancellationToken cancellationToken)
    {
        Write(output, sheet.Columns.Select(CsvCell.Of));
        foreach (var row in sheet.Rows)
        {
            Write(output, row);
            if (output.UnflushedBytes < FlushBytes)
                continue;
            if ((await output.FlushAsync(cancellationToken)).IsCompleted)
                return; // Nobody reads any more.
        }

        await output.FlushAsync(cancellationToken);
    }

    /// <summary>The cell as it stands in the file.</summary>
    internal static string Escape(CsvCell cell)
    {
        var text = cell.Text;
        if (cell.IsText && text.Length > 0 && FormulaStarts.Contains(text[0]))
            text = "'" + text;
        return text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static void Write(PipeWriter output, IEnumerable<CsvCell> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst)
                output.Write(","u8);
            isFirst = false;
            Encoding.UTF8.GetBytes(Escape(cell), output);
        }

        output.Write("\r\n"u8);
    }
}
