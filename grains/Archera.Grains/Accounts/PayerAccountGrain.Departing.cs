using Archera.Contracts.Identity;
using Archera.Contracts.Offboarding;

namespace Archera.Grains.Accounts;

/// <content>The account as an offboarding takes it apart.</content>
public sealed partial class PayerAccountGrain : IDepartingAccountGrain
{
    public async Task<DepartingClaim?> LeaveAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var linked = _linked.EverListed(tenant);
        var claim = await _departure.LeaveAsync(tenant, cancellationToken);
        await _linked.Told();
        return claim is { IsOwner: true } ? claim with { Linked = linked } : claim;
    }

    public Task EraseAsync(TenantId tenant, CancellationToken cancellationToken) =>
        _departure.EraseAsync(tenant, cancellationToken);

    public Task ForgetAsync(TenantId tenant, CancellationToken cancellationToken) =>
        _departure.ForgetAsync(tenant, cancellationToken);
}
