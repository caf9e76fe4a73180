namespace Archera.UnitTests.Gateway.Csv;

/// <summary>Reads CSV by the grammar of RFC 4180, and nothing that is outside it.</summary>
internal static class CsvText
{
    public static IReadOnlyList<string[]> Read(string text)
    {
        var rows = new List<string[]>();
        var cells = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            cells.Add(ReadCell(text, ref at));
            if (text[at] == ',')
            {
                at++;
                continue;
            }

            text.Substring(at, 2).ShouldBe("\r\n");
            at += 2;
            rows.Add([.. cells]);
            cells.Clear();
        }

        return rows;
    }

    private static string ReadCell(string text, ref int at)
    {
        var start = at;
        if (text[at] != '"')
        {
            at = text.AsSpan(at).IndexOfAny(",\r") + at;
            var cell = text[start..at];
            cell.IndexOfAny(['"', '\n']).ShouldBe(-1);
            return cell;
        }

        for (at++; text[at] != '"' || text[at + 1] == '"';)
            at += text[at] == '"' ? 2 : 1;
        at++;
        return text[(start + 1)..(at - 1)].Replace("\"\"", "\"", StringComparison.Ordinal);
    }
}
