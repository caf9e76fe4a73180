using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Refresh;
using Archera.Grains.LinkedAccounts;

namespace Archera.Grains.Accounts;

/// <content>The organization that the account pays for.</content>
public sealed partial class PayerAccountGrain : IOrganizationGrain
{
    private static readonly DatasetName OfOrganization = DatasetName.Parse("LinkedAccounts");

    public Task<OrganizationView> GetOrganizationAsync(
        TenantId tenant, DateTimeOffset? before, CancellationToken cancellationToken)
    {
        var standing = Claims.StandingOf(tenant);
        var progress = standing == ReadStanding.Owned ? Progress(_services.Dataset(OfOrganization)) : null;
        return Task.FromResult(progress is not null
            ? OrganizationViews.Of(_account, Claims.Find(tenant)!.Mode, progress, before)
            : OrganizationView.Of(standing, Claims.Find(tenant)?.Connection));
    }
}
