using System.Collections.Immutable;
using Archera.Contracts;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Grains.Reports;

namespace Archera.Grains.Utilization;

/// <summary>One question about the use of a tenant's machines.</summary>
public sealed class UtilizationRound(
    UtilizationQuery query,
    TenantProfile tenant,
    DateOnly today,
    IGrainFactory grains,
    ReportOptions options,
    TimeProvider time,
    ILogger logger)
{
    private static readonly DatasetName Utilization = DatasetName.Parse("Utilization");

    public async Task<Answer<UtilizationReport>> AskAsync(CancellationToken cancellationToken)
    {
        var question = new LinkedQuestion(Utilization, query.Period, query.Payers, query.Linked, today, query.AsOf);
        var round = new LinkedRound<UtilizationDayRow>(question, tenant, grains, options, time, logger);
        var (accounts, completeness) = await round.AskAsync(
            async (report, days, waiting) =>
            {
                var slice = await report.GetUtilizationAsync(query with { Period = days }, waiting);
                return new LinkedSlice<UtilizationDayRow>(
                    slice.Machines, MachineRows.Whole(slice.Received), slice.Unreadable);
            },
            cancellationToken);
        if (accounts.Sum(answer => answer.Rows.Length) > UtilizationQuery.MaxMachineDays)
        {
            return new Refusal(
                RefusalCodes.TooManyRows,
                $"The answer has more than {UtilizationQuery.MaxMachineDays} machines times days. Ask for fewer "
                + "accounts, Regions or days.");
        }

        return new UtilizationReport(
            [.. accounts.SelectMany(answer => RowsOf(answer.Account, answer.Rows))], completeness);
    }

    private static IEnumerable<UtilizationRow> RowsOf(AccountKey account, IEnumerable<UtilizationDayRow> days) => days
        .GroupBy(day => (day.Region, day.InstanceId))
        .OrderBy(machine => machine.Key.Region.Name, StringComparer.Ordinal)
        .ThenBy(machine => machine.Key.InstanceId, StringComparer.Ordinal)
        .Select(machine =>
        {
            ImmutableArray<UtilizationDayRow> ordered = [.. machine.OrderBy(day => day.Day)];
            return new UtilizationRow(
                account, machine.Key.Region, machine.Key.InstanceId, ordered, UtilizationRule.Of(ordered));
        });
}
