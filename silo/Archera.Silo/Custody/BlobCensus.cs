using Archera.Contracts.Identity;
using Archera.Grains.Custody;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Archera.Silo.Custody;

/// <summary>
/// The census of profile Cluster. A blob's name begins with the record's, not with the account: all names are read,
/// some 5,000 a request. Deleted blobs are gone, unless the storage account is set to keep them.
/// </summary>
public sealed class BlobCensus(BlobContainerClient container, ReminderCensus reminders) : IRecordCensus
{
    public async Task<IReadOnlyList<CountedRecord>> ListAsync(
        PayerAccountKey account, CancellationToken cancellationToken)
    {
        var records = new List<CountedRecord>(await reminders.ListAsync(account, cancellationToken));
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (BlobName.Parse(blob.Name) is { } name && PayerRecords.IsOf(account, name.GrainKey))
                records.Add(new CountedRecord(name.Record, name.GrainKey, blob.Name));
        }

        return records;
    }

    public async Task DeleteAsync(IReadOnlyList<CountedRecord> records, CancellationToken cancellationToken)
    {
        await reminders.DeleteAsync(records, cancellationToken);
        foreach (var record in records.Where(record => record.Name != CountedRecord.Reminder))
            await container.DeleteBlobIfExistsAsync(
                record.Address, DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
    }

    public Task ScrubAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
