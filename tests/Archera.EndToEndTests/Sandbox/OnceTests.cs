using System.Globalization;
using System.Text.Json;
using Archera.EndToEndTests.Processes;

namespace Archera.EndToEndTests.Sandbox;

[Collection(WholeSystem.Name)]
public sealed class OnceTests
{
    private static readonly string[] Small =
        ["--once", "--tenants", "2", "--payers", "3", "--linked", "3", "--services", "5", "--days", "20"];

    private static readonly string[] Fields =
    [
        "tenants", "payerAccounts", "linkedAccounts", "rows", "days", "awsCalls", "awsCostUsd", "throttled", "retries",
        "late", "mismatches", "seconds", "peakRssMiB", "datasets",
        "backfill",
    ];

    [Fact]
    public async Task Ends_with_the_report_alone_on_stdout_and_nothing_late_or_different()
    {
        await using var sandbox = SandboxProgram.Start(Small);

        (await sandbox.ExitAsync()).ShouldBe(0, sandbox.Log);

        sandbox.Output.Count.ShouldBe(1);
        var report = sandbox.Report();
        report.EnumerateObject().Select(field => field.Name).ShouldBe(Fields);
        report.GetProperty("tenants").GetInt32().ShouldBe(2);
        report.GetProperty("payerAccounts").GetInt32().ShouldBe(3);
        report.GetProperty("linkedAccounts").GetInt32().ShouldBe(9);
        report.GetProperty("days").GetInt32().ShouldBe(40 + PastDays(report, upTo: 20));
        report.GetProperty("rows").GetInt64().ShouldBeGreaterThan(500);
        report.GetProperty("late").GetInt32().ShouldBe(0);
        report.GetProperty("mismatches").GetInt32().ShouldBe(0);
        foreach (var dataset in report.GetProperty("datasets").EnumerateArray())
        {
            dataset.GetProperty("rows").GetInt64().ShouldBeGreaterThan(0);
            dataset.GetProperty("mismatches").GetInt32().ShouldBe(0);
        }
    }

    [Fact]
    public async Task Loses_nothing_when_aws_refuses_three_calls_in_ten()
    {
        await using var sandbox = SandboxProgram.Start([.. Small, "--throttle", "0.3"]);

        (await sandbox.ExitAsync()).ShouldBe(0, sandbox.Log);

        var report = sandbox.Report();
        report.GetProperty("throttled").GetInt64().ShouldBeGreaterThan(0);
        report.GetProperty("late").GetInt32().ShouldBe(0);
        report.GetProperty("mismatches").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Goes_on_where_a_killed_run_stopped()
    {
        using var folder = new TemporaryFolder();
        string[] kept = [.. Small, "--throttle", "0.3", "--data", folder.Path];
        await KillAtAsync(kept, "connecting accounts");
        await KillAtAsync(kept, "of 40 days");

        await using var last = SandboxProgram.Start(kept);

        (await last.ExitAsync()).ShouldBe(0, last.Log);
        var report = last.Report();
        report.GetProperty("tenants").GetInt32().ShouldBe(2);
        report.GetProperty("days").GetInt32().ShouldBe(40 + PastDays(report, upTo: 20));
        report.GetProperty("late").GetInt32().ShouldBe(0);
        report.GetProperty("mismatches").GetInt32().ShouldBe(0);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(folder.Under("customers.json"))
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    /// <summary>The days of the account that was back-filled, with those that it is read for anyway.</summary>
    private static int PastDays(JsonElement report, int upTo)
    {
        var backfill = report.GetProperty("backfill");
        backfill.GetProperty("payerAccount").GetString().ShouldStartWith("aws:");
        backfill.GetProperty("doneCalls").GetInt32().ShouldBeGreaterThan(0);
        var (first, last) = (Day("firstDay"), Day("lastDay"));
        return last.DayNumber + 1 - first.DayNumber + upTo;

        DateOnly Day(string name) => DateOnly.ParseExact(
            backfill.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static async Task KillAtAsync(string[] arguments, string line)
    {
        await using var sandbox = SandboxProgram.Start(arguments);
        await sandbox.LineAsync(line);
        await sandbox.KillAsync();
    }
}
