using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Grains.Onboarding;

namespace Archera.Grains.Accounts;

/// <summary>A verification under way, until it ends or the claim has another role to verify.</summary>
public sealed class VerificationRun(
    TenantId tenant, VerificationLadder ladder, IAccountConnection connection, CancellationToken stop) : IDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(stop);

    public TenantId Tenant => tenant;

    public VerificationLadder Ladder => ladder;

    public IAccountConnection Connection => connection;

    /// <summary>The activation ends, or a newer run took this one's place.</summary>
    public CancellationToken Stop => _stop.Token;

    public void Supersede() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();
}
