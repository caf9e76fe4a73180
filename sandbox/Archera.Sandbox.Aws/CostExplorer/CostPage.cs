using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>Writes one page of GetCostAndUsage straight into the buffer that goes over the wire.</summary>
internal sealed class CostPage : IDisposable
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonEncodedText Metrics = JsonEncodedText.Encode("Metrics");
    private static readonly JsonEncodedText Keys = JsonEncodedText.Encode("Keys");
    private static readonly JsonEncodedText Amount = JsonEncodedText.Encode("Amount");
    private static readonly JsonEncodedText Unit = JsonEncodedText.Encode("Unit");

    private static readonly JsonEncodedText[] MetricNames =
        [.. Enum.GetNames<CostMetric>().Select(name => JsonEncodedText.Encode(name))];

    private readonly CostQuery _query;
    private readonly VisibleBill _bill;
    private readonly DateOnly _today;
    private readonly ArrayBufferWriter<byte> _buffer = new(64 * 1024);
    private readonly Utf8JsonWriter _writer;
    private readonly SortedSet<string> _accounts = new(StringComparer.Ordinal);

    public CostPage(CostQuery query, VisibleBill bill, DateOnly today)
    {
        (_query, _bill, _today) = (query, bill, today);
        _writer = new Utf8JsonWriter(_buffer, Relaxed);
        _writer.WriteStartObject();
        WriteGroupDefinitions();
        _writer.WriteStartArray("ResultsByTime");
    }

    public void Add(CostSpan period, List<CostCell> cells, int first, int count)
    {
        _writer.WriteStartObject();
        _writer.WriteStartObject("TimePeriod");
        _writer.WriteString("Start", Text(period.Start));
        _writer.WriteString("End", Text(period.End));
        _writer.WriteEndObject();
        _writer.WritePropertyName("Total");
        WriteTotal(cells);
        _writer.WriteStartArray("Groups");
        if (_query.Groups.Count > 0)
            for (var i = first; i < first + count; i++)
                WriteGroup(cells[i]);
        _writer.WriteEndArray();
        _writer.WriteBoolean("Estimated", CostSpan.IsEstimated(period.Start, _today));
        _writer.WriteEndObject();
    }

    public ReadOnlyMemory<byte> Close(string? nextPageToken)
    {
        _writer.WriteEndArray();
        _writer.WriteStartArray("DimensionValueAttributes");
        foreach (var account in _accounts)
            WriteAccount(account);
        _writer.WriteEndArray();
        if (nextPageToken is not null)
            _writer.WriteString("NextPageToken", nextPageToken);
        _writer.WriteEndObject();
        _writer.Flush();
        return _buffer.WrittenMemory;
    }

    public void Dispose() => _writer.Dispose();

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void WriteGroupDefinitions()
    {
        if (_query.Groups.Count == 0)
            return;
        _writer.WriteStartArray("GroupDefinitions");
        foreach (var (type, key, _) in _query.Groups)
        {
            _writer.WriteStartObject();
            _writer.WriteString("Type", type);
            _writer.WriteString("Key", key);
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
    }

    private void WriteTotal(List<CostCell> cells)
    {
        if (_query.Groups.Count == 0)
        {
            WriteMetrics(cells.Count == 0 ? new CostCell("", "", _bill.Currency) : cells[0]);
            return;
        }

        _writer.WriteStartObject();
        _writer.WriteEndObject();
    }

    private void WriteGroup(CostCell cell)
    {
        _writer.WriteStartObject();
        _writer.WriteStartArray(Keys);
        for (var place = 0; place < _query.Groups.Count; place++)
        {
            var key = place == 0 ? cell.First : cell.Second;
            _writer.WriteStringValue(key);
            if (_query.Groups[place].Key == "LINKED_ACCOUNT")
                _accounts.Add(key);
        }

        _writer.WriteEndArray();
        _writer.WritePropertyName(Metrics);
        WriteMetrics(cell);
        _writer.WriteEndObject();
    }

    private void WriteMetrics(CostCell cell)
    {
        _writer.WriteStartObject();
        foreach (var metric in _query.Metrics)
        {
            _writer.WriteStartObject(MetricNames[(int)metric]);
            _writer.WriteString(Amount, AmountText.Of(cell[metric]));
            _writer.WriteString(Unit, cell.Currency);
            _writer.WriteEndObject();
        }

        _writer.WriteEndObject();
    }

    private void WriteAccount(string account)
    {
        _writer.WriteStartObject();
        _writer.WriteString("Value", account);
        _writer.WriteStartObject("Attributes");
        _writer.WriteString("description", _bill.NameOf(account));
        _writer.WriteEndObject();
        _writer.WriteEndObject();
    }
}
