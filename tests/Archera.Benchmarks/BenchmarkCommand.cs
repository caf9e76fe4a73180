using System.CommandLine;
using Archera.Benchmarks.Ingest;
using Archera.Benchmarks.Onboarding;
using Archera.Benchmarks.Query;
using Archera.Benchmarks.Sealing;
using Archera.Benchmarks.Simulator;

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

    private static Option<int> Number(string name, int byDefault, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => byDefault,
    };
}
