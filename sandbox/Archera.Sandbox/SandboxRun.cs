using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.Comparison;
using Archera.Sandbox.DataDirectory;
using Archera.Sandbox.Hosting;
using Archera.Sandbox.Onboarding;
using Archera.Sandbox.Options;
using Archera.Sandbox.Progress;
using Archera.Sandbox.Reporting;

namespace Archera.Sandbox;

/// <summary>One run from the start to the last line: start, onboard, read, show, and compare or stay.</summary>
internal sealed class SandboxRun(SandboxOptions options, SandboxConsole console, TimeProvider time)
{
    /// <summary>After so long the run says what is late instead of waiting for it.</summary>
    private static readonly TimeSpan IngestLimit = TimeSpan.FromMinutes(15);

    private readonly long _start = time.GetTimestamp();

    internal async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var directory = SandboxDirectory.Open(options.Data);
        var customers = CustomersFile.Open(directory.Customers, WorldChoice.Of(options));
        var world = SandboxWorld.Build(options, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        await using var system = await SandboxSystem.StartAsync(options, directory, world, time, cancellationToken);
        if (options.Info is not null)
            File.Delete(options.Info); // One of an earlier run would be read too early.
        console.Line($"HTTP API on {system.Gateway.BaseAddress}, simulated AWS on {system.Aws.Endpoint}");
        if (world.Today is { } asked && asked < system.Window.Today)
            console.Line($"Billing day {system.Window.Today:yyyy-MM-dd}: the folder's clock never goes back.");

        var demo = new DemoWorld(system, customers, time);
        var plans = CustomerPlan.Deal(options.Tenants, world);
        var tenants = await console.WithProgressAsync(
            board => demo.IngestAsync(plans, new Deadline(time, IngestLimit), board, cancellationToken));
        var figures = await FiguresAsync(tenants, system.Window, cancellationToken);
        console.Ansi.Write(TenantTable.Build(figures));
        var info = InfoFile.Of(system, tenants);
        if (options.Info is not null)
            info.WriteTo(options.Info);
        return options.Once
            ? await CompareAsync(system, tenants, cancellationToken)
            : await StayAsync(info, figures[0].Period, cancellationToken);
    }

    private static async Task<IReadOnlyList<TenantFigures>> FiguresAsync(
        IReadOnlyList<OnboardedTenant> tenants, HistoryWindow window, CancellationToken cancellationToken)
    {
        var figures = new List<TenantFigures>();
        foreach (var tenant in tenants.Where(tenant => tenant.Plan.Organizations.Length > 0))
            figures.Add(await TenantFigures.ReadAsync(tenant, window, cancellationToken));
        return figures;
    }

    private async Task<int> CompareAsync(
        SandboxSystem system, IReadOnlyList<OnboardedTenant> tenants, CancellationToken cancellationToken)
    {
        var past = await BackfillAsync(tenants, cancellationToken);
        var comparison = new CostComparison(system.Aws.World);
        var result = ComparisonResult.Nothing;
        foreach (var tenant in tenants)
        {
            foreach (var organization in tenant.Plan.Organizations)
            {
                var isPast = past?.PayerAccount == PayerOf(organization);
                var window = isPast ? system.Window.Since(past!.FirstDay) : system.Window;
                result = result.Plus(
                    await comparison.CompareAsync(tenant.Api, organization, window, cancellationToken));
            }
        }

        var calls = await CallCount.SettledAsync(system, time, cancellationToken);
        var verdict = OnceVerdict.Of(tenants, result, past, calls, time.GetElapsedTime(_start));
        foreach (var dataset in result.Datasets)
            console.Line($"{dataset.Dataset}: {dataset.Rows} rows, mismatches:{dataset.Mismatches}");
        foreach (var complaint in verdict.Complaints)
            await Console.Error.WriteLineAsync(complaint);
        await Console.Out.WriteLineAsync(verdict.Report.ToJson());
        return verdict.ExitCode;
    }

    /// <summary>The first payer of all is read as far back as AWS answers for.</summary>
    private async Task<PastFigures?> BackfillAsync(
        IReadOnlyList<OnboardedTenant> tenants, CancellationToken cancellationToken)
    {
        if (tenants.FirstOrDefault(tenant => tenant.Plan.Organizations.Length > 0) is not { } tenant)
            return null;
        var payer = PayerOf(tenant.Plan.Organizations[0]);
        var deadline = new Deadline(time, IngestLimit);
        var answer = await new PastIngest(tenant.Api, payer, time).WaitAsync(deadline, console.Line, cancellationToken);
        return answer.IsDone
            ? PastFigures.Of(payer, answer)
            : throw new SandboxException($"{payer} was not back-filled: {answer.Detail ?? answer.State}");
    }

    private static string PayerOf(Organization organization) => $"aws:{organization.PayerAccountId}";

    private async Task<int> StayAsync(InfoFile info, ShownPeriod period, CancellationToken cancellationToken)
    {
        foreach (var line in TryIt.Lines(info, period))
            console.Line(line);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
        return ExitCode.Ok;
    }
}
