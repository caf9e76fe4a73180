using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Offboarding;
using Archera.Contracts.Permissions;
using Archera.Contracts.Refresh;
using Archera.Contracts.Tenants;

namespace Archera.Client.Accounts;

/// <summary>A tenant's payer accounts. Another tenant's account is refused exactly as one that nobody knows.</summary>
public sealed class PayerAccountsClient(IGrainFactory grains)
{
    /// <summary>
    /// The longest that an answer waits for a verification run: short of the 8 s that callers are promised.
    /// </summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(7);

    /// <summary>
    /// Claims the account and lists it under the tenant. The claim comes first: it holds the external id that the
    /// customer's trust policy names, and a repeat after a crash finds it and lists it.
    /// </summary>
    public async Task<Answer<ClaimReceipt>> ClaimAsync(
        TenantId tenant, PayerAccountKey payer, ClaimRequest request, CancellationToken cancellationToken)
    {
        var claimed = await Payer(payer).ClaimAsync(tenant, request, cancellationToken);
        if (!claimed.IsGranted)
            return claimed;
        var listed = await Tenant(tenant).AddPayerAccountAsync(payer, cancellationToken);
        return listed.IsGranted ? claimed : listed.Refusal;
    }

    /// <summary>The tenant's payer accounts in the order of their keys.</summary>
    public async Task<IReadOnlyList<PayerAccountView>> ListAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var profile = await Tenant(tenant).GetAsync(cancellationToken)
            ?? throw new InvalidOperationException($"Tenant {tenant} has a key and no profile.");
        var payers = profile.PayerAccounts.OrderBy(payer => payer.ToString(), StringComparer.Ordinal).ToArray();
        return await GrainFanOut.AskAsync(payers, payer => Payer(payer).GetAsync(tenant, cancellationToken));
    }

    public async Task<Answer<PayerAccountView>> GetAsync(
        TenantId tenant, PayerAccountKey payer, CancellationToken cancellationToken) =>
        await Payer(payer).GetAsync(tenant, cancellationToken) is { } view ? view : Refusals.NotFound;

    /// <summary>Stores a candidate role; it counts once a verification run has passed.</summary>
    public Task<Answer<PayerAccountView>> SetRoleAsync(
        TenantId tenant, PayerAccountKey payer, RoleArn role, CancellationToken cancellationToken) =>
        Payer(payer).SetRoleAsync(tenant, role, cancellationToken);

    /// <summary>Issues an external id that replaces the claim's once it is verified.</summary>
    public Task<Answer<PayerAccountView>> IssueExternalIdAsync(
        TenantId tenant, PayerAccountKey payer, CancellationToken cancellationToken) =>
        Payer(payer).IssueExternalIdAsync(tenant, cancellationToken);

    /// <summary>Starts or joins a verification run and waits for it at most <see cref="MaxWait"/>.</summary>
    public async Task<Answer<VerificationView>> VerifyAsync(
        TenantId tenant, PayerAccountKey payer, CancellationToken cancellationToken)
    {
        var started = await Payer(payer).VerifyAsync(tenant, cancellationToken);
        return started.IsGranted && !started.Value.IsDone
            ? await Payer(payer).GetVerificationAsync(tenant, MaxWait, cancellationToken)
            : started;
    }

    /// <summary>The newest verification run as it stands.</summary>
    public Task<Answer<VerificationView>> GetVerificationAsync(
        TenantId tenant, PayerAccountKey payer, CancellationToken cancellationToken) =>
        Payer(payer).GetVerificationAsync(tenant, TimeSpan.Zero, cancellationToken);

    /// <summary>What the claim's role is asked to grant, and what was used of it.</summary>
    public Task<Answer<PermissionUseView>> GetPermissionUseAsync(
        TenantId tenant, PayerAccountKey payer, CancellationToken cancellationToken) =>
        Payer(payer).GetPermissionUseAsync(tenant, cancellationToken);

    /// <summary>Starts a refresh of everything that AWS may still restate, or joins the one that runs.</summary>
    public Task<Answer<OperationView>> RefreshAsync(
        TenantId tenant, PayerAccountKey payer, CancellationToken cancellationToken) =>
        Payer(payer).RefreshAsync(tenant, cancellationToken);

    /// <summary>
    /// Takes the account away from the tenant, with all that was read from it; what stays is a signed receipt. A repeat
    /// finds the same operation, also once it has ended.
    /// </summary>
    public Task<Answer<OperationView>> OffboardAsync(
        TenantId tenant, PayerAccountKey payer, CancellationToken cancellationToken) =>
        grains.GetGrain<IOffboardingGrain>(tenant.Value).BeginAsync(payer, cancellationToken);

    private IPayerAccountGrain Payer(PayerAccountKey payer) => grains.GetGrain<IPayerAccountGrain>(payer.ToString());

    private ITenantGrain Tenant(TenantId id) => grains.GetGrain<ITenantGrain>(id.Value);
}
