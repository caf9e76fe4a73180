using System.Collections.Immutable;
using Archera.Contracts;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Grains.Reports;

namespace Archera.Grains.Utilization;

/// <summary>One question about a tenant's machines.</summary>
public sealed class MachineRound(
    MachineQuery query,
    TenantProfile tenant,
    DateOnly today,
    IGrainFactory grains,
    ReportOptions options,
    TimeProvider time,
    ILogger logger)
{
    private static readonly DatasetName Machines = DatasetName.Parse("Machines");

    public async Task<Answer<MachineReport>> AskAsync(CancellationToken cancellationToken)
    {
        var question = new LinkedQuestion(Machines, query.Period, query.Payers, query.Linked, today, query.AsOf);
        var round = new LinkedRound<MachineSlice>(question, tenant, grains, options, time, logger);
        var (accounts, completeness) = await round.AskAsync(
            async (report, days, waiting) =>
            {
                var slice = await report.GetMachinesAsync(days, question.Moment, waiting);
                return new LinkedSlice<MachineSlice>([slice], MachineRows.Whole(slice.Received), slice.Unreadable);
            },
            cancellationToken);
        var rows = accounts.SelectMany(each => MachineRows.Of(
                each.Account,
                each.Rows.SelectMany(slice => slice.Machines).Where(row => query.Keeps(row.Region)),
                query.Granularity))
            .Take(MachineQuery.MaxRows + 1)
            .ToImmutableArray();
        if (rows.Length > MachineQuery.MaxRows)
        {
            return new Refusal(
                RefusalCodes.TooManyRows,
                $"The answer has more than {MachineQuery.MaxRows} rows. Ask for fewer accounts or Regions, or for "
                + $"{nameof(MachineGranularity.Period)} instead of {nameof(MachineGranularity.Daily)}.");
        }

        var regions = accounts.SelectMany(each => Newest(each.Rows)
            .Where(unseen => query.Keeps(unseen.Region))
            .Select(unseen => new MachineRegion(each.Account, unseen)));
        return new MachineReport(rows, completeness, [.. regions]);
    }

    /// <summary>The Regions that the newest of the days that were looked at does not know.</summary>
    private static ImmutableArray<UnseenRegion> Newest(ImmutableArray<MachineSlice> months) =>
        months.LastOrDefault(month => !month.Received.IsEmpty)?.Regions ?? [];
}
