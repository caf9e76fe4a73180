using Archera.Contracts.Identity;
using Archera.Grains.Custody;

namespace Archera.Silo.Custody;

/// <summary>The reminders of a payer account's grains, in the table of either profile.</summary>
public sealed class ReminderCensus(IReminderTable table)
{
    public async Task<IReadOnlyList<CountedRecord>> ListAsync(
        PayerAccountKey account, CancellationToken cancellationToken)
    {
        var rows = await table.ReadRows(0, 0, cancellationToken); // The whole ring.
        return
        [
            .. rows.Reminders
                .Where(row => PayerRecords.IsOf(account, row.GrainId.Key.ToString()!))
                .Select(row => new CountedRecord(
                    CountedRecord.Reminder, row.GrainId.Key.ToString()!, $"{row.GrainId} {row.ReminderName}")),
        ];
    }

    public async Task DeleteAsync(IReadOnlyList<CountedRecord> records, CancellationToken cancellationToken)
    {
        foreach (var record in records.Where(record => record.Name == CountedRecord.Reminder))
        {
            var (grain, name) = Parse(record.Address);
            if (await table.ReadRow(grain, name, cancellationToken) is { ETag: { } version })
                await table.RemoveRow(grain, name, version, cancellationToken);
        }
    }

    private static (GrainId Grain, string Name) Parse(string address)
    {
        var blank = address.IndexOf(' ', StringComparison.Ordinal);
        return (GrainId.Parse(address[..blank]), address[(blank + 1)..]);
    }
}
