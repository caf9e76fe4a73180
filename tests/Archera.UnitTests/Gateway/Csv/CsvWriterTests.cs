using System.IO.Pipelines;
using System.Text;
using Archera.Gateway.Csv;
using CsCheck;

namespace Archera.UnitTests.Gateway.Csv;

public sealed class CsvWriterTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Char["ab,\"\r\n =+-@\t'ä€"].Array[0, 6].Select(characters => new string(characters)),
        Gen.Const("Amazon EC2, other"));

    [Fact]
    public void Is_read_back_cell_by_cell() => Text.Array[3].Array[0, 5].Sample(rows =>
    {
        var text = Write(new CsvSheet(["a", "b", "c"], rows.Select(row => row.Select(CsvCell.Of).ToArray())));

        var read = CsvText.Read(text);

        read[0].ShouldBe(["a", "b", "c"]);
        read.Skip(1).SelectMany(row => row).ShouldBe(rows.SelectMany(row => row).Select(Defused));
    });

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("a b", "a b")]
    [InlineData("a\nb", "\"a\nb\"")]
    public void A_text_that_a_spreadsheet_would_run_is_defused(string text, string written) =>
        CsvWriter.Escape(CsvCell.Of(text)).ShouldBe(written);

    [Fact]
    public void A_number_is_left_as_it_is()
    {
        CsvWriter.Escape(CsvCell.OfNumber("-0.0000001")).ShouldBe("-0.0000001");
        CsvWriter.Escape(CsvCell.OfNumber(null)).ShouldBe("");
    }

    [Fact]
    public void Ends_every_row_with_CRLF_and_has_no_byte_order_mark() =>
        Write(new CsvSheet(["period", "amount"], [[CsvCell.Of(new DateOnly(2026, 1, 2)), CsvCell.OfNumber("1.50")]]))
            .ShouldBe("period,amount\r\n2026-01-02,1.50\r\n");

    [Fact]
    public async Task Makes_rows_only_as_fast_as_they_are_read()
    {
        var made = 0;
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: CsvWriter.FlushBytes));
        var rows = Enumerable.Range(0, 1_000_000).Select(_ =>
        {
            made++;
            return new[] { CsvCell.Of(new string('x', 100)) };
        });

        var sheet = new CsvSheet(["x"], rows);
        var writing = CsvWriter.WriteAsync(pipe.Writer, sheet, TestContext.Current.CancellationToken);

        made.ShouldBeInRange(1, 2_000);
        await pipe.Reader.CompleteAsync();
        await writing;
        made.ShouldBeLessThan(4_000);
    }

    private static string Defused(string text) => text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? "'" + text : text;

    private static string Write(CsvSheet sheet)
    {
        using var stream = new MemoryStream();
        var writer = PipeWriter.Create(stream);
        CsvWriter.WriteAsync(writer, sheet, CancellationToken.None).GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
