using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Orleans.Concurrency;

namespace Archera.Contracts.LinkedAccounts;

/// <summary>
/// One linked account, read through its own role; the payer's own account is one of them. Key: <see
/// cref="AccountKey"/> as text. Whose it is, its payer knows: who asks here has asked there.
/// </summary>
[Alias("archera.ILinkedAccountGrain")]
public interface ILinkedAccountGrain : IGrainWithStringKey
{
    /// <summary>The payer lists the account: it looks from now on by itself what is due.</summary>
    [Alias("Wake")]
    Task WakeAsync(CancellationToken cancellationToken);

    /// <summary>What the account knows of its own reading of a dataset.</summary>
    [Alias("GetReadStatus"), AlwaysInterleave, ResponseTimeout("00:00:10")]
    Task<ReadStatus> GetReadStatusAsync(DatasetName dataset, DatePeriod days, CancellationToken cancellationToken);

    /// <summary>The report grain has stored this read of the partition, or a newer one.</summary>
    [Alias("Acknowledge"), AlwaysInterleave, OneWay]
    Task AcknowledgeAsync(PartitionKey partition, ReadStamp stamp);

    /// <summary>
    /// The payer is being offboarded: nothing is read any more, and what is under way to reports is delivered.
    /// </summary>
    [Alias("Leave")]
    Task LeaveAsync(CancellationToken cancellationToken);
}
