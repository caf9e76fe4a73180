using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Tenants;

namespace Archera.Client.Accounts;

/// <summary>
/// Asks one account for one tenant. An account that the tenant lists and that can't answer, because its stored record
/// is damaged or lost, is refused by name. To everybody else it is not found, as ever.
/// </summary>
internal sealed class AccountDoor(IGrainFactory grains)
{
    public async Task<Answer<T>> AskAsync<T>(
        TenantId tenant,
        PayerAccountKey payer,
        Func<IPayerAccountGrain, Task<Answer<T>>> ask,
        CancellationToken cancellationToken)
        where T : class
    {
        Refusal refusal;
        try
        {
            var answer = await ask(grains.GetGrain<IPayerAccountGrain>(payer.ToString()));
            if (answer.Refusal is not { Code: RefusalCodes.NotFound })
                return answer;
            refusal = AccountRefusals.Lost(payer);
        }
        catch (Exception exception) when (UnreadableAccountException.IsIn(exception))
        {
            refusal = AccountRefusals.Unreadable(payer);
        }

        // Asked after the account: a claim is listed as long as the account knows it, and no longer.
        return await IsListedAsync(tenant, payer, cancellationToken) ? refusal : Refusals.NotFound;
    }

    public Task<Answer<PayerAccountView>> GetAsync(
        TenantId tenant, PayerAccountKey payer, CancellationToken cancellationToken) => AskAsync<PayerAccountView>(
        tenant,
        payer,
        async account => await account.GetAsync(tenant, cancellationToken) is { } view ? view : Refusals.NotFound,
        cancellationToken);

    public async Task<bool> IsListedAsync(
        TenantId tenant, PayerAccountKey payer, CancellationToken cancellationToken) =>
        await grains.GetGrain<ITenantGrain>(tenant.Value).GetAsync(cancellationToken) is { } profile
        && profile.PayerAccounts.Contains(payer);
}
