using Archera.Client.Accounts;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Offboarding;
using Archera.Contracts.Refresh;

namespace Archera.Client.Operations;

/// <summary>How the long-running work of a tenant's payer accounts stands.</summary>
public sealed class OperationsClient(IGrainFactory grains)
{
    private readonly AccountDoor _door = new(grains);

    public async Task<Answer<OperationView>> GetAsync(
        TenantId tenant, OperationId operation, CancellationToken cancellationToken)
    {
        var offboardings = grains.GetGrain<IOffboardingGrain>(tenant.Value);
        return await FindRefreshAsync(tenant, operation, cancellationToken) is { } refresh ? refresh
            : await offboardings.GetOperationAsync(operation, cancellationToken) is { } offboarding ? offboarding
            : await WhyNoneAsync(tenant, operation, cancellationToken);
    }

    private async Task<OperationView?> FindRefreshAsync(
        TenantId tenant, OperationId operation, CancellationToken cancellationToken)
    {
        try
        {
            return await grains.GetGrain<IPayerAccountGrain>(operation.PayerAccount.ToString())
                .GetOperationAsync(tenant, operation, cancellationToken);
        }
        catch (Exception exception) when (UnreadableAccountException.IsIn(exception))
        {
            return null; // Whether the tenant may know is decided once it is nowhere else.
        }
    }

    /// <summary>An account that can't answer may have known the operation.</summary>
    private async Task<Refusal> WhyNoneAsync(
        TenantId tenant, OperationId operation, CancellationToken cancellationToken)
    {
        var account = await _door.GetAsync(tenant, operation.PayerAccount, cancellationToken);
        return account.IsGranted ? Refusals.NotFound : account.Refusal;
    }
}
