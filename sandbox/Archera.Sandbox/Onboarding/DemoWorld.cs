using Archera.Sandbox.DataDirectory;
using Archera.Sandbox.Hosting;
using Archera.Sandbox.Progress;
using Archera.Sandbox.PublicApi;

namespace Archera.Sandbox.Onboarding;

/// <summary>Onboards every customer and waits until their bills are read, all at the same time.</summary>
internal sealed class DemoWorld(SandboxSystem system, CustomersFile customers, TimeProvider time)
{
    /// <summary>So many customers go through onboarding at once.</summary>
    private const int ParallelCustomers = 8;

    /// <param name="deadline">When waiting for accounts and bills ends, whether they are whole or not.</param>
    internal async Task<IReadOnlyList<OnboardedTenant>> IngestAsync(
        IReadOnlyList<CustomerPlan> plans, Deadline deadline, IProgressBoard board, CancellationToken cancellationToken)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var doors = new SemaphoreSlim(ParallelCustomers);
        var tenants = plans.Select(plan => RunAsync(plan, deadline, board, doors, failed)).ToArray();
        return await Task.WhenAll(tenants);
    }

    private async Task<OnboardedTenant> RunAsync(
        CustomerPlan plan, Deadline deadline, IProgressBoard board, SemaphoreSlim doors, CancellationTokenSource failed)
    {
        try
        {
            board.Phase(plan.Name, "waiting");
            var customer = new DemoCustomer(
                plan, customers, new AwsConsole(system.AwsControl), system.Gateway, deadline, time);
            var api = await OnboardAsync(customer, board, doors, failed.Token);
            var ingest = new TenantIngest(customer, api, system.Window, time);
            var payers = await ingest.WaitAsync(deadline, progress => board.Ingest(plan.Name, progress), failed.Token);
            return new OnboardedTenant(plan, customers.Find(plan.Name)!, api, payers);
        }
        catch
        {
            // One customer that can't go on ends the run; the others must not keep it waiting.
            await failed.CancelAsync();
            throw;
        }
    }

    private async Task<ApiClient> OnboardAsync(
        DemoCustomer customer, IProgressBoard board, SemaphoreSlim doors, CancellationToken cancellationToken)
    {
        await doors.WaitAsync(cancellationToken);
        try
        {
            var operatorApi = new ApiClient(system.Gateway, system.OperatorKey, time);
            return await customer.OnboardAsync(
                operatorApi, phase => board.Phase(customer.Plan.Name, phase), cancellationToken);
        }
        finally
        {
            doors.Release();
        }
    }
}
