using System.Collections.Immutable;
using Archera.Aws.Sessions;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Grains.Onboarding;

namespace Archera.Grains.Accounts;

/// <summary>A verification under way, until it ends or the claim has another role or external id to verify.</summary>
public sealed class VerificationRun(
    PayerAccountKey account, Claim claim, RoleArn role, AccountServices services, CancellationToken stop)
    : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(stop);
    private VerificationLadder? _ladder;
    private IAccountConnection? _connection;

    public TenantId Tenant => claim.Tenant;

    public RoleArn Role => role;

    public ImmutableArray<VerificationStep> Steps =>
        _ladder?.Steps ?? VerificationSteps.NotRun(services.ProbedIn(claim.Mode));

    /// <summary>A customer asked: what AWS charges for is asked too, if the run has not come past it.</summary>
    public bool MayPay { get; set; }

    /// <summary>The activation ends, or a newer run took this one's place.</summary>
    public CancellationToken Stop => _stop.Token;

    public bool IsOf(Claim other, RoleArn otherRole) =>
        role == otherRole && claim.ExternalId == other.ExternalId && claim.NextExternalId == other.NextExternalId;

    public void Supersede() => _stop.Cancel();

    public async Task<VerificationResult> ClimbAsync()
    {
        var externalId = await ChooseAsync();
        _ladder = new VerificationLadder(
            account, claim with { ExternalId = externalId }, role, _connection!, services, () => MayPay);
        var result = await _ladder.ClimbAsync(Stop);
        result = result with { ExternalId = externalId };
        return claim.NextExternalId is null || result.Verdict != VerificationVerdict.Passed
            ? result
            : result with { Steps = result.Steps.Add(await RotationAsync(externalId)) };
    }

    /// <summary>Gives the session away: it is not thrown away with the run.</summary>
    public IAccountConnection Release()
    {
        var released = _connection!;
        _connection = null;
        return released;
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
        _stop.Dispose();
    }

    /// <summary>The newer external id if the role takes it by now, else the one in use.</summary>
    private async Task<ExternalId> ChooseAsync()
    {
        if (claim.NextExternalId is not { } next)
            return await ConnectAsync(claim.ExternalId);
        for (var attempt = 0; ; attempt++)
        {
            if (await OpensAsync(next))
                return next;
            if (attempt >= services.Onboarding.SettlingRetries || await OpensAsync(claim.ExternalId))
                return await ConnectAsync(claim.ExternalId);
            await Task.Delay(services.Onboarding.SettlingDelay, services.Time, Stop);
        }
    }

    private async Task<bool> OpensAsync(ExternalId externalId)
    {
        await ConnectAsync(externalId);
        return (await _connection!.OpenAsync(Stop)).Succeeded;
    }

    private async Task<ExternalId> ConnectAsync(ExternalId externalId)
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
        _connection = services.Connect(account, role, externalId, claim.Mode);
        return externalId;
    }

    private async Task<VerificationStep> RotationAsync(ExternalId opened)
    {
        if (opened == claim.ExternalId)
        {
            return VerificationSteps.Waiting(
                VerificationSteps.NewExternalId,
                $"{role} does not open with the new external id yet, and goes on with the one in use. Put the "
                + "nextExternalId into its trust policy, then verify again.");
        }

        var old = await _connection!.TryDoorAsync(new DoorTry(claim.ExternalId, Full: true), Stop);
        return VerificationSteps.Passed(
            VerificationSteps.NewExternalId,
            old.Succeeded
                ? $"{role} opens with the new external id; the old one is retired. It still opens with the old one "
                    + "too: take that out of the trust policy."
                : $"{role} opens with the new external id; the old one is retired.",
            old.RequestId);
    }
}
