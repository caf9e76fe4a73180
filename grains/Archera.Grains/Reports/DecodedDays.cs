using Archera.Aws.Costs;

namespace Archera.Grains.Reports;

/// <summary>
/// The decoded days that a silo was asked for last, within <see cref="ReportOptions.DecodedBytes"/>. They are found by
/// the hash of their content, so that nothing here ever becomes stale.
/// </summary>
public sealed class DecodedDays(IOptions<ReportOptions> options)
{
    private const int BytesPerRow = (4 * 16) + (3 * 4);
    private const int BytesPerKey = 80;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _newestFirst = [];
    private long _bytes;

    public long Bytes
    {
        get
        {
            lock (_gate)
                return _bytes;
        }
    }

    /// <exception cref="InvalidDataException">The content is damaged.</exception>
    public CostTable Get(RevisionAt revision, Func<byte[]> content)
    {
        var key = $"{revision.SchemaVersion}:{Convert.ToHexString(revision.ContentHash)}";
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var known))
            {
                _newestFirst.Remove(known);
                _newestFirst.AddFirst(known);
                return known.Value.Table;
            }
        }

        var table = CostTableCodec.Read(revision.SchemaVersion, content());
        Keep(new Entry(key, table, Size(table)));
        return table;
    }

    /// <summary>Forgets all of them; each is decoded again when it is asked for.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _entries.Clear();
            _newestFirst.Clear();
            _bytes = 0;
        }
    }

    private static long Size(CostTable table) =>
        ((long)table.Rows * BytesPerRow) + ((table.Keys1.Count + table.Keys2.Count) * BytesPerKey) + BytesPerKey;

    private void Keep(Entry entry)
    {
        lock (_gate)
        {
            var node = new LinkedListNode<Entry>(entry);
            if (entry.Bytes > options.Value.DecodedBytes || !_entries.TryAdd(entry.Key, node))
                return;
            _newestFirst.AddFirst(node);
            _bytes += entry.Bytes;
            while (_bytes > options.Value.DecodedBytes && _newestFirst.Last is { } oldest)
            {
                _newestFirst.RemoveLast();
                _entries.Remove(oldest.Value.Key);
                _bytes -= oldest.Value.Bytes;
            }
        }
    }

    private sealed record Entry(string Key, CostTable Table, long Bytes);
}
