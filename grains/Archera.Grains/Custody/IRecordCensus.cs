using Archera.Contracts.Identity;

namespace Archera.Grains.Custody;

/// <summary>
/// Counts and deletes the stored records of one payer account in whatever storage is below, whoever wrote them: its own
/// record, its reports, its permission use. Records of tenants are not among them.
/// </summary>
public interface IRecordCensus
{
    /// <summary>How many records of the account there are, by grain type.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(PayerAccountKey account, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes the account's records but those of <paramref name="exceptGrainType"/> from storage, rows and content,
    /// and whatever logs of the storage still hold of them. Returns how many, by grain type.
    /// </summary>
    Task<IReadOnlyDictionary<string, int>> DeleteAsync(
        PayerAccountKey account, string? exceptGrainType, CancellationToken cancellationToken);
}
