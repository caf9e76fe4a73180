using Archera.Contracts.Identity;

namespace Archera.Grains.Custody;

/// <summary>
/// The stored records of one payer account as the storage itself holds them, whoever wrote them: the account's own, its
/// reports', its reminders. What tenants keep is not among them.
/// </summary>
public interface IRecordCensus
{
    Task<IReadOnlyList<CountedRecord>> ListAsync(PayerAccountKey account, CancellationToken cancellationToken);

    /// <summary>Deletes these records, rows and content, whatever version they are at.</summary>
    Task DeleteAsync(IReadOnlyList<CountedRecord> records, CancellationToken cancellationToken);

    /// <summary>
    /// Overwrites what the storage's own files still hold of deleted records; nothing to do where it deletes for good.
    /// </summary>
    Task ScrubAsync(CancellationToken cancellationToken);
}
