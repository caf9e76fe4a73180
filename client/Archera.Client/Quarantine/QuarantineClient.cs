using System.Collections.Immutable;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Quarantine;

namespace Archera.Client.Quarantine;

/// <summary>Claims on accounts that another tenant uses: the operator's work.</summary>
public sealed class QuarantineClient(IGrainFactory grains)
{
    /// <summary>Open claims first, oldest first; then ended ones, newest first.</summary>
    public Task<ImmutableArray<QuarantinedClaim>> ListAsync(CancellationToken cancellationToken) =>
        grains.GetGrain<IQuarantineGrain>(IQuarantineGrain.Key).ListAsync(cancellationToken);

    public async Task<Answer<PayerAccountView>> DecideAsync(
        ClaimId claim, ClaimDecision decision, DecisionNote note, CancellationToken cancellationToken)
    {
        var account = grains.GetGrain<IDisputedAccountGrain>(claim.PayerAccount.ToString());
        try
        {
            var answer = await account.DecideAsync(claim.Tenant, decision, note, cancellationToken);
            return answer.Refusal is { Code: RefusalCodes.NotFound } ? Refusals.NotFound : answer;
        }
        catch (Exception exception) when (UnreadableAccountException.IsIn(exception))
        {
            return AccountRefusals.Unreadable(claim.PayerAccount);
        }
    }
}
