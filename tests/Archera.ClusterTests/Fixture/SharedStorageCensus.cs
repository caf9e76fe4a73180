using Archera.Contracts.Identity;
using Archera.Grains.Custody;
using Archera.Silo.Custody;

namespace Archera.ClusterTests.Fixture;

/// <summary>Counts and deletes in the storage of the test process.</summary>
public sealed class SharedStorageCensus(SharedStorage storage, ReminderCensus reminders) : IRecordCensus
{
    public async Task<IReadOnlyList<CountedRecord>> ListAsync(
        PayerAccountKey account, CancellationToken cancellationToken)
    {
        var records = storage.Records("").Keys.Select(Parse).Where(record =>
            record.GrainKey == $"{account}"
            || record.GrainKey.StartsWith($"{account}/", StringComparison.Ordinal));
        return [.. records, .. await reminders.ListAsync(account, cancellationToken)];
    }

    public async Task DeleteAsync(IReadOnlyList<CountedRecord> records, CancellationToken cancellationToken)
    {
        await reminders.DeleteAsync(records, cancellationToken);
        foreach (var record in records.Where(record => record.Name != CountedRecord.Reminder))
            storage.Lose(record.Address);
    }

    public Task ScrubAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static CountedRecord Parse(string key)
    {
        var bar = key.IndexOf('|', StringComparison.Ordinal);
        return new CountedRecord(key[..bar], GrainId.Parse(key[(bar + 1)..]).Key.ToString()!, key);
    }
}
