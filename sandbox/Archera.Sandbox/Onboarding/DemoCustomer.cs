using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.DataDirectory;
using Archera.Sandbox.PublicApi;

namespace Archera.Sandbox.Onboarding;

/// <summary>
/// Onboards one customer as a real one would: the public API, and its own AWS account. Every step may be repeated, so
/// that a killed sandbox goes on where it stopped.
/// </summary>
internal sealed class DemoCustomer(
    CustomerPlan plan, CustomersFile file, AwsConsole console, HttpClient gateway, Deadline deadline, TimeProvider time)
{
    private const int ParallelAccounts = 4;

    private static readonly TimeSpan VerificationPoll = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Payer accounts that were connected before this run: nothing starts their refresh but a request.
    /// </summary>
    private readonly HashSet<string> _connectedBefore = new(StringComparer.Ordinal);

    internal CustomerPlan Plan => plan;

    internal IReadOnlySet<string> ConnectedBefore => _connectedBefore;

    /// <summary>
    /// The customer's API client, once it has a tenant and all its accounts are connected or the deadline has passed.
    /// </summary>
    internal async Task<ApiClient> OnboardAsync(
        ApiClient operatorApi, Action<string> report, CancellationToken cancellationToken)
    {
        var customer = file.Find(plan.Name) ?? await CreateAsync(operatorApi, cancellationToken);
        var api = new ApiClient(gateway, customer.Key, time);
        var before = await api.ListPayersAsync(cancellationToken);
        _connectedBefore.UnionWith(before.Where(payer => payer.IsConnected).Select(payer => payer.PayerAccount));

        report("connecting accounts");
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = ParallelAccounts,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(
            plan.Organizations.Select((organization, index) => (organization, index)),
            parallel,
            (payer, stop) => ConnectAsync(api, payer.organization, TierOf(payer.index), stop));
        return api;
    }

    private static string TierOf(int index) => index % 2 == 0 ? "Production" : "Trial";

    private async Task<Customer> CreateAsync(ApiClient operatorApi, CancellationToken cancellationToken)
    {
        // The same idempotency key after a crash gives the same tenant, and its key, once more.
        var tenant = await operatorApi.CreateTenantAsync(plan.Name, $"sandbox {plan.Name}", cancellationToken);
        var customer = new Customer(tenant.TenantId, tenant.Name, tenant.Key, []);
        file.Keep(customer);
        return customer;
    }

    private async ValueTask ConnectAsync(
        ApiClient api, Organization organization, string tier, CancellationToken cancellationToken)
    {
        var claim = await api.ClaimAsync(organization.PayerAccountId, tier, cancellationToken);
        var roleArn = claim.RoleArn;
        if (!claim.IsConnected)
        {
            var role = await api.GetRoleAsync(claim.PayerAccount, cancellationToken);
            roleArn = role.RoleArn;
            await console.CreateRoleAsync(role, cancellationToken);
            foreach (var linked in organization.Accounts.Where(account => account.Id != organization.PayerAccountId))
                await console.CreateRoleAsync(InMember(role, organization, linked), cancellationToken);
            await api.SetRoleAsync(claim.PayerAccount, roleArn, cancellationToken);
            await VerifyAsync(api, claim.PayerAccount, cancellationToken);
        }

        file.KeepRole(plan.Name, new CustomerAccount(claim.PayerAccount, roleArn));
    }

    /// <summary>What the stack set makes in a linked account; its rights are among the payer's.</summary>
    private static RoleAnswer InMember(RoleAnswer role, Organization organization, MemberAccount linked) =>
        role with
        {
            RoleArn = role.RoleArn.Replace(organization.PayerAccountId, linked.Id, StringComparison.Ordinal),
        };

    private async Task VerifyAsync(ApiClient api, string payer, CancellationToken cancellationToken)
    {
        while (!deadline.HasPassed)
        {
            var verification = await api.VerifyAsync(payer, cancellationToken);
            while (!verification.IsDone && !deadline.HasPassed)
            {
                await Task.Delay(VerificationPoll, time, cancellationToken);
                verification = await api.GetVerificationAsync(payer, cancellationToken);
            }

            if (verification.Connection == "Connected")
                return;
            // A run may end without a verdict, because AWS was busy: it is tried again until the account is late.
            if (verification.Connection == "Refused")
                throw NotConnected(payer, verification);
        }
    }

    private static SandboxException NotConnected(string payer, VerificationAnswer verification)
    {
        var reason = verification.Failure is { } step
            ? $"step {step.Id} failed: {step.Detail} {step.Remedy}"
            : "no step failed.";
        return new SandboxException($"{payer} is {verification.Connection} after its verification: {reason}");
    }
}
