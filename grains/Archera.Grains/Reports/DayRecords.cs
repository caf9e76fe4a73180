using System.Globalization;
using Archera.Contracts.Identity;
using Archera.Grains.Storage;
using Orleans.Storage;

namespace Archera.Grains.Reports;

/// <summary>The stored days of one report, each a record of its own, loaded when first asked for.</summary>
public sealed class DayRecords(GrainId grain, IGrainStorage storage)
{
    private readonly Dictionary<(DatasetName Dataset, DateOnly Day), Task<StoredRecord<DayRecord>>> _days = [];

    public Task<StoredRecord<DayRecord>> LoadAsync(DatasetName dataset, DateOnly day)
    {
        if (_days.TryGetValue((dataset, day), out var known) && (!known.IsCompleted || known.IsCompletedSuccessfully))
            return known;
        return _days[(dataset, day)] = ReadAsync(dataset, day);
    }

    /// <summary>Forgets what is in memory.</summary>
    public void Forget() => _days.Clear();

    private async Task<StoredRecord<DayRecord>> ReadAsync(DatasetName dataset, DateOnly day)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"cost-{dataset}-{day:dd}");
        var record = new StoredRecord<DayRecord>(name, grain, storage);
        await record.ReadAsync();
        return record;
    }
}
