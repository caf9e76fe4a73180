using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Backfill;
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

    private readonly AccountDoor _door = new(grains);

    /// <summary>
    /// Claims the account and lists it under the tenant. The claim comes first: it holds the external id that the
    /// customer's trust policy names, and a repeat after a crash finds it and lists it.
    /// </summary>
    public async Task<Answer<ClaimReceipt>> ClaimAsync(
        TenantId tenant, PayerAccountKey payer, ClaimRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var claimed = await grains.GetGrain<IPayerAccountGrain>(payer.ToString())
                .ClaimAsync(tenant, request, cancellationToken);
            if (!claimed.IsGranted)
                return claimed;
            var listed = await Tenant(tenant).AddPayerAccountAsync(payer, cancellationToken);
            return listed.IsGranted ? claimed : listed.Refusal;
        }
        catch (Exception exception) when (UnreadableAccountException.IsIn(exception))
        {
            // Whoever does not list the account is not told that there is something to read: another tenant's claim.
            if (!await _door.IsListedAsync(tenant, payer, cancellationToken))
                throw;
            return AccountRefusals.Unreadable(payer);
        }
    }

    /// <summary>
    /// The tenant's payer accounts in the order of their keys. One that can't be read is on the list, too.
    /// </summary>
    public async Task<IReadOnlyList<ListedPayerAccount>> ListAsync(
        TenantId tenant, CancellationToken cancellationToken)
    {
        var profile = await Tenant(tenant).GetAsync(cancellationToken)
            ?? throw new InvalidOperationException($"Tenant {tenant} has a key and no profile.");
        var payers = profile.PayerAccounts.OrderBy(payer => payer.ToString(), StringComparer.Ordinal).ToArray();
        return await GrainFanOut.AskAsync(payers, FindAsync);

        // Null: it was offboarded while the list was made.
        async Task<ListedPayerAccount?> FindAsync(PayerAccountKey payer)
        {
            var answer = await _door.GetAsync(tenant, payer, cancellationToken);
            return answer.Refusal is { Code: RefusalCodes.NotFound } ? null : new ListedPayerAccount(payer, answer);
        }
    }

    public Task<Answer<PayerAccountView>> GetAsync(
        TenantId tenant, PayerAccountKey payer, CancellationToken cancellationToken) =>
        _door.GetAsync(tenant, payer, cancellationToken);

    /// <summary>Stores a candidate role; it counts once a verification run has passed.</summary>
    public Task<Answer<PayerAccountView>> SetRoleAsync(
        TenantId tenant, PayerAccountKey payer, RoleArn role, CancellationToken cancellationToken) =>
        _door.AskAsync(
            tenant, payer, account => account.SetRoleAsync(tenant, role, cancellationToken), cancellationToken);

    /// <summary>Issues an external id that replaces the claim's once it is verified.</summary>
    public Task<Answer<PayerAccountView>> IssueExternalIdAsync(
        TenantId tenant, PayerAccountKey payer, CancellationToken cancellationToken) =>
        _door.AskAsync(
            tenant, payer, account => account.IssueExternalIdAsync(tenant, cancellationToken), cancellationToken);

    /// <summary>Starts or joins a verification run and waits for it at most <see cref="MaxWait"/>.</summary>
    public Task<Answer<VerificationView>> VerifyAsync(
        TenantId tenant, PayerAccountKey payer, CancellationToken cancellationToken)
    {
        return _door.AskAsync(tenant, payer, VerifyAsync, cancellationToken);

        async Task<Answer<VerificationView>> VerifyAsync(IPayerAccountGrain account)
        {
            var started = await account.VerifyAsync(tenant, cancellationToken);
            return started.IsGranted && !started.Value.IsDone
                ? await account.GetVerificationAsync(tenant, MaxWait, cancellationToken)
                : started;
        }
    }

    /// <summary>The newest verification run as it stands.</summary>
    public Task<Answer<VerificationView>> GetVerificationAsync(
        TenantId tenant, PayerAccountKey payer, CancellationToken cancellationToken) =>
        _door.AskAsync(
            tenant,
            payer,
            account => account.GetVerificationAsync(tenant, TimeSpan.Zero, cancellationToken),
            cancellationToken);

    /// <summary>What the claim's role is asked to grant, and what was used of it.</summary>
    public Task<Answer<PermissionUseView>> GetPermissionUseAsync(
        TenantId tenant, PayerAccountKey payer, CancellationToken cancellationToken) =>
        _door.AskAsync(
            tenant, payer, account => account.GetPermissionUseAsync(tenant, cancellationToken), cancellationToken);

    /// <summary>Starts a refresh of everything that AWS may still restate, or joins the one that runs.</summary>
    public Task<Answer<OperationView>> RefreshAsync(
        TenantId tenant, PayerAccountKey payer, CancellationToken cancellationToken) =>
        _door.AskAsync(tenant, payer, account => account.RefreshAsync(tenant, cancellationToken), cancellationToken);

    /// <summary>What the account's past costs to read, and how its back-fill stands.</summary>
    public Task<Answer<BackfillView>> GetBackfillAsync(
        TenantId tenant, PayerAccountKey payer, CancellationToken cancellationToken) =>
        _door.AskAsync(
            tenant, payer, account => account.GetBackfillAsync(tenant, cancellationToken), cancellationToken);

    /// <summary>Starts the back-fill, or answers with the one that was started before.</summary>
    public Task<Answer<OperationView>> BackfillAsync(
        TenantId tenant, PayerAccountKey payer, CancellationToken cancellationToken) =>
        _door.AskAsync(tenant, payer, account => account.BackfillAsync(tenant, cancellationToken), cancellationToken);

    /// <summary>
    /// Takes the account away from the tenant, with all that was read from it; what stays is a signed receipt. A repeat
    /// finds the same operation, also once it has ended.
    /// </summary>
    public Task<Answer<OperationView>> OffboardAsync(
        TenantId tenant, PayerAccountKey payer, CancellationToken cancellationToken) =>
        grains.GetGrain<IOffboardingGrain>(tenant.Value).BeginAsync(payer, cancellationToken);

    private ITenantGrain Tenant(TenantId id) => grains.GetGrain<ITenantGrain>(id.Value);
}
