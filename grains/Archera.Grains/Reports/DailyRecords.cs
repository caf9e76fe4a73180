using System.Globalization;
using Archera.Grains.Storage;
using Orleans.Storage;

namespace Archera.Grains.Reports;

/// <summary>The days of one report in one dataset, each a record of its own, loaded when first asked for.</summary>
public sealed class DailyRecords<TRecord>(string name, GrainId grain, IGrainStorage storage)
    where TRecord : class, IVersionedState, new()
{
    private readonly Dictionary<DateOnly, Task<StoredRecord<TRecord>>> _days = [];

    public Task<StoredRecord<TRecord>> LoadAsync(DateOnly day)
    {
        if (_days.TryGetValue(day, out var known) && (!known.IsCompleted || known.IsCompletedSuccessfully))
            return known;
        return _days[day] = ReadAsync(day);
    }

    /// <summary>Forgets what is in memory.</summary>
    public void Forget() => _days.Clear();

    private async Task<StoredRecord<TRecord>> ReadAsync(DateOnly day)
    {
        var record = new StoredRecord<TRecord>(
            string.Create(CultureInfo.InvariantCulture, $"{name}-{day:dd}"), grain, storage);
        await record.ReadAsync();
        return record;
    }
}
