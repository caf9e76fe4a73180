using Archera.Contracts.Identity;
using Orleans.Concurrency;

namespace Archera.Contracts.Commitments;

/// <summary>A payer account as one that AWS recommends something to. Key: its key as text.</summary>
[Alias("archera.IRecommendedAccountGrain")]
public interface IRecommendedAccountGrain : IGrainWithStringKey
{
    [Alias("GetRecommendations"), AlwaysInterleave, ResponseTimeout("00:00:10")]
    Task<RecommendationsView> GetRecommendationsAsync(TenantId tenant, CancellationToken cancellationToken);
}
