using Archera.Aws.Costs;
using Archera.Contracts.Reports;

namespace Archera.Grains.Reports;

/// <summary>When rows of a day last changed: a day may be restated several times between two moments.</summary>
public sealed class ChangeTimes
{
    private readonly Dictionary<(string, string, string), DateTimeOffset> _times = [];
    private readonly DateTimeOffset _first;

    /// <param name="from">The revision of the earlier moment; null when the day was not there yet.</param>
    /// <param name="to">The revision of the later moment, not the same.</param>
    /// <param name="rows">The rows that changed between the two.</param>
    public ChangeTimes(
        DayRecord record, RevisionAt? from, RevisionAt to, IReadOnlyCollection<ChangedRow> rows, CostMetric metric)
    {
        var end = from?.Back ?? record.Older.Length;
        _first = StoredAt(record, from is null ? end : end - 1);
        var newer = rows.ToDictionary(row => row.Key, row => row.To);
        for (var back = to.Back; back < end; back++)
        {
            foreach (var (key, older) in Older(record.Older[back], metric))
            {
                if (newer.TryGetValue(key, out var amount) && amount != older)
                    _times.TryAdd(key, StoredAt(record, back));
                if (newer.ContainsKey(key))
                    newer[key] = older;
            }
        }
    }

    public DateTimeOffset Of(ChangedRow row) => _times.GetValueOrDefault(row.Key, _first);

    private static DateTimeOffset StoredAt(DayRecord record, int back) =>
        back == 0 ? record.Newest!.StoredAt : record.Older[back - 1].StoredAt;

    private static IEnumerable<((string, string, string) Key, decimal? Amount)> Older(
        OlderRevision revision, CostMetric metric)
    {
        var dropped = CostTableCodec.Decode(revision.SchemaVersion, revision.Delta.Drop);
        var put = CostTableCodec.Read(revision.SchemaVersion, revision.Delta.Put);
        return dropped.Select(row => ((row.Key1, row.Key2, row.Currency), (decimal?)null))
            .Concat(DayChanges.Between(null, put, metric).Select(row => (row.Key, row.To)));
    }
}
