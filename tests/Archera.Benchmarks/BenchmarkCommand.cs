using System.CommandLine;
using Archera.Benchmarks.Ingest;
using Archera.Benchmarks.Onboarding;
using Archera.Benchmarks.Query;
using Archera.Benchmarks.Sealing;
using Archera.Benchmarks.Simulator;
using Archera.Benchmarks.Utilization;

namespace Archera.Benchmarks;

/// <summary>
/// The measurements behind the README's figures. They print what they saw and assert nothing on a clock.
/// </summary>
internal static class BenchmarkCommand
{
    internal static RootCommand Create() => new(
        "Measures Archera.Orleans against the simulated AWS, which runs in a process of its own.")
    {
        Ingest(),
        Query(),
        Onboard(),
        Sealing(),
        Utilization(),
        SimulateMetrics(),
    };

    private static Command Ingest()
    {
        var payers = Number("--payers", 200, "Payer accounts.");
        var linked = Number("--linked", 20, "Accounts a payer, itself included.");
        var services = Number("--services", 20, "Services in use.");
        var days = Number("--days", 30, "Days of history.");
        var command = new Command("ingest", "Reads a generated world from its first request to its last checkpoint.")
        {
            payers, linked, services, days,
        };
        command.SetAction((parsed, stop) => IngestBenchmark.RunAsync(
            new WorldSize(
                parsed.GetValue(payers), parsed.GetValue(linked), parsed.GetValue(services), parsed.GetValue(days)),
            stop));
        return command;
    }

    private static Command Query()
    {
        var payers = Number("--payers", 5, "Payer accounts of the tenant.");
        var linked = Number("--linked", 12, "Accounts a payer, itself included.");
        var services = Number("--services", 24, "Services in use.");
        var warm = Number("--warm", 100, "Warm questions.");
        var cold = Number("--cold", 10, "Restarts, each followed by one question.");
        var command = new Command(
            "query", "Asks for 13 months of daily costs grouped by service, warm and after a restart.")
        {
            payers, linked, services, warm, cold,
        };
        command.SetAction((parsed, stop) => QueryBenchmark.RunAsync(
            new WorldSize(
                parsed.GetValue(payers), parsed.GetValue(linked), parsed.GetValue(services), QueryBenchmark.Days),
            parsed.GetValue(warm),
            parsed.GetValue(cold),
            stop));
        return command;
    }

    private static Command Onboard()
    {
        var payers = Number("--payers", 200, "Payer accounts.");
        var linked = Number("--linked", 2, "Accounts a payer, itself included.");
        var command = new Command("onboard", "Connects payer accounts: seconds, and requests at AWS by operation.")
        {
            payers, linked,
        };
        command.SetAction((parsed, stop) => OnboardBenchmark.RunAsync(
            new WorldSize(parsed.GetValue(payers), parsed.GetValue(linked), Services: 1, Days: 1), stop));
        return command;
    }

    private static Command Sealing()
    {
        var linked = Number("--linked", 20, "Accounts a payer, itself included.");
        var services = Number("--services", 20, "Services in use.");
        var days = Number("--days", 400, "Days of history.");
        var rounds = Number("--rounds", 10, "How often all of them are written and read.");
        var command = new Command("sealing", "Writes and reads stored days, sealed and unsealed in turn.")
        {
            linked, services, days, rounds,
        };
        command.SetAction((parsed, stop) => SealingBenchmark.RunAsync(
            new WorldSize(1, parsed.GetValue(linked), parsed.GetValue(services), parsed.GetValue(days)),
            parsed.GetValue(rounds),
            stop));
        return command;
    }

    private static Command Utilization()
    {
        var (accounts, metrics, points, throttle) = Fleet();
        var command = new Command("utilization", "Reads and stores the metrics of many accounts.")
        {
            accounts, metrics, points, throttle,
        };
        command.SetAction((parsed, stop) => UtilizationBenchmark.RunAsync(
            new FleetSize(
                parsed.GetValue(accounts),
                parsed.GetValue(metrics),
                parsed.GetValue(points),
                parsed.GetValue(throttle)),
            stop));
        return command;
    }

    /// <summary>What <c>utilization</c> starts as its other process.</summary>
    private static Command SimulateMetrics()
    {
        var (accounts, metrics, points, throttle) = Fleet();
        var command = new Command("simulate-metrics") { accounts, metrics, points, throttle };
        command.Hidden = true;
        command.SetAction((parsed, stop) => MetricSimulator.RunAsync(
            new FleetSize(
                parsed.GetValue(accounts),
                parsed.GetValue(metrics),
                parsed.GetValue(points),
                parsed.GetValue(throttle)),
            stop));
        return command;
    }

    private static (Option<int> Accounts, Option<int> Metrics, Option<int> Points, Option<decimal> Throttle) Fleet() =>
    (
        Number("--accounts", 1_000, "Linked accounts."),
        Number("--metrics", 1_000, "Metrics of an account, one statistic each."),
        Number("--points", 12, "Points of five minutes that each has."),
        new Option<decimal>("--throttle") { Description = "The share of calls that is throttled, 0 to 1." });

    private static Option<int> Number(string name, int byDefault, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => byDefault,
    };
}
