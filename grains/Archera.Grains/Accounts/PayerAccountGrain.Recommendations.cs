using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Grains.Commitments;

namespace Archera.Grains.Accounts;

/// <content>What AWS recommends to the account.</content>
public sealed partial class PayerAccountGrain : IRecommendedAccountGrain
{
    public Task<RecommendationsView> GetRecommendationsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var standing = Claims.StandingOf(tenant);
        var progress = standing == ReadStanding.Owned
            ? Progress(_services.Dataset(CommitmentDatasets.Recommendations))
            : null;
        return Task.FromResult(progress is not null
            ? RecommendationsViews.Of(Claims.Find(tenant)!.Mode, progress)
            : RecommendationsView.Of(standing, Claims.Find(tenant)?.Connection));
    }
}
