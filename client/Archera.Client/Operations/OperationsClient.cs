using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Offboarding;
using Archera.Contracts.Refresh;

namespace Archera.Client.Operations;

/// <summary>How the long-running work of a tenant's payer accounts stands.</summary>
public sealed class OperationsClient(IGrainFactory grains)
{
    public async Task<Answer<OperationView>> GetAsync(
        TenantId tenant, OperationId operation, CancellationToken cancellationToken)
    {
        var payer = grains.GetGrain<IPayerAccountGrain>(operation.PayerAccount.ToString());
        var view = await payer.GetOperationAsync(tenant, operation, cancellationToken)
            ?? await grains.GetGrain<IOffboardingGrain>(tenant.Value)
                .GetOperationAsync(operation, cancellationToken);
        return view is not null ? view : Refusals.NotFound;
    }
}
