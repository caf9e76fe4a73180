using Archera.Contracts.Identity;
using Archera.Grains.Storage;
using Orleans.Storage;

namespace Archera.Grains.Reports;

/// <summary>The stored days of one report in all its datasets, each a record of its own.</summary>
/// <param name="name">What the records' names begin with.</param>
public sealed class DayRecords<TRecord>(string name, GrainId grain, IGrainStorage storage)
    where TRecord : class, IVersionedState, new()
{
    private readonly Dictionary<DatasetName, DailyRecords<TRecord>> _datasets = [];

    public Task<StoredRecord<TRecord>> LoadAsync(DatasetName dataset, DateOnly day)
    {
        if (!_datasets.TryGetValue(dataset, out var days))
            days = _datasets[dataset] = new DailyRecords<TRecord>($"{name}-{dataset}", grain, storage);
        return days.LoadAsync(day);
    }

    /// <summary>Forgets what is in memory.</summary>
    public void Forget() => _datasets.Clear();
}
