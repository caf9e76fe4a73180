using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Orleans.Concurrency;

namespace Archera.Contracts.Commitments;

/// <summary>One payer account's month of commitments. Key: <see cref="KeyOf"/>.</summary>
[Alias("archera.ICommitmentReportGrain")]
public interface ICommitmentReportGrain : IGrainWithStringKey
{
    static string KeyOf(PayerAccountKey account, YearMonth month) => $"{account}/{month}";

    /// <summary>Stores a whole aggregate that did not come by stream; when it returns, it is stored.</summary>
    [Alias("Store")]
    Task StoreAsync(UsageAggregate whole, CancellationToken cancellationToken);

    /// <summary>One slice for each dataset that was asked for.</summary>
    [Alias("Query"), AlwaysInterleave, ResponseTimeout("00:00:10")]
    Task<ImmutableArray<CommitmentSlice>> QueryAsync(
        CommitmentReportQuery query, CancellationToken cancellationToken);

    /// <summary>Forgets what is in memory: its records are being deleted.</summary>
    [Alias("Forget")]
    Task ForgetAsync(CancellationToken cancellationToken);
}
