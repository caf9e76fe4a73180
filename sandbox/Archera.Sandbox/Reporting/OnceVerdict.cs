using System.Collections.Immutable;
using Archera.Sandbox.Comparison;
using Archera.Sandbox.Onboarding;

namespace Archera.Sandbox.Reporting;

/// <summary>
/// What <c>--once</c> ends with: the report, what is wrong in words, and the exit code that follows from it.
/// </summary>
internal sealed record OnceVerdict(OnceReport Report, ImmutableArray<string> Complaints, int ExitCode)
{
    internal static OnceVerdict Of(
        IReadOnlyList<OnboardedTenant> tenants,
        ComparisonResult compared,
        PastFigures? past,
        CallCount calls,
        TimeSpan elapsed)
    {
        var organizations = tenants.SelectMany(tenant => tenant.Plan.Organizations).ToArray();
        var report = new OnceReport(
            tenants.Count,
            organizations.Length,
            organizations.Sum(organization => organization.Accounts.Count),
            compared.Rows,
            compared.Days,
            calls.Own.Calls,
            calls.Own.CostUsd,
            calls.Own.Throttled,
            calls.Own.Retries,
            tenants.Sum(tenant => tenant.LatePartitions),
            compared.Cells.Mismatches,
            Math.Round(elapsed.TotalSeconds, 1),
            PeakMemory.MiB(),
            compared.Datasets,
            past);
        return new OnceVerdict(report, [.. ComplaintsOf(tenants, compared, calls)], ExitCodeOf(report, calls));
    }

    // What is late is missing, or as it was at the last read: late is the more telling of the two.
    private static int ExitCodeOf(OnceReport report, CallCount calls) =>
        report.Late > 0 ? Sandbox.ExitCode.Late
        : report.Mismatches > 0 || !calls.Agrees ? Sandbox.ExitCode.Failed
        : Sandbox.ExitCode.Ok;

    private static IEnumerable<string> ComplaintsOf(
        IReadOnlyList<OnboardedTenant> tenants, ComparisonResult compared, CallCount calls)
    {
        foreach (var payer in tenants.SelectMany(tenant => tenant.Payers).Where(payer => payer.LatePartitions > 0))
            yield return $"{payer.PayerAccount}: {payer.LatePartitions} partitions late. {payer.LastError}";
        foreach (var example in compared.Cells.Examples)
            yield return example;
        if (!calls.Agrees)
        {
            yield return $"Our meter counted {calls.Own.Calls} requests, the simulated AWS {calls.Simulated}: "
                + "one of the two counts is wrong.";
        }
    }
}
