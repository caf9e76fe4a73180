using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;

namespace Archera.Grains.Accounts;

/// <content>The account as its linked accounts see it.</content>
public sealed partial class PayerAccountGrain : IPayerOfLinkedAccountsGrain
{
    public Task<LinkedAccess?> GetLinkedAccessAsync(AwsAccountId linked, CancellationToken cancellationToken) =>
        Task.FromResult(_linked.AccessOf(linked));

    public async Task NoteUsesAsync(
        TenantId tenant, ImmutableDictionary<string, long> actions, CancellationToken cancellationToken)
    {
        if (Claims.Owner == tenant)
            await _record.UpdateAsync(state => state with { Uses = state.Uses.Add(actions, _services.Clock.Now) });
    }
}
