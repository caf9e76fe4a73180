using Archera.Aws.Costs;
using Archera.Benchmarks.Simulator;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Grains.Refresh;
using Archera.Grains.Reports;
using Archera.Sandbox.Aws.Truth;

namespace Archera.Benchmarks.Sealing;

/// <summary>The days of a generated bill as a report grain stores them.</summary>
internal static class DaysOfABill
{
    internal static IReadOnlyList<DayRecord> Make(WorldSize size)
    {
        var world = size.Generate();
        return [.. world.Organizations.SelectMany(organization => CostTruth.Rows(
                world,
                organization.PayerAccountId,
                WorldSize.Today.AddDays(-size.Days),
                WorldSize.Today,
                [TruthGrouping.Service, TruthGrouping.LinkedAccount],
                "UnblendedCost")
            .GroupBy(row => row.Day)
            .Select(day => Record(organization.PayerAccountId, day)))];
    }

    private static DayRecord Record(string payer, IGrouping<DateOnly, TruthRow> day)
    {
        var content = CostTableCodec.Encode([.. day.Select(row => new CostTableRow(
            row.Keys[0], row.Keys[1], row.Amount, row.Amount, row.Amount, row.Amount, row.Currency))]);
        var whole = AggregateParts.Whole(
            new PartitionKey(
                PayerAccountKey.Parse($"aws:{payer}"), DatasetName.Parse("CostByServiceAndAccount"), day.Key),
            new ReadStamp(1, 1),
            DateTimeOffset.UnixEpoch,
            estimated: false,
            CostTableCodec.SchemaVersion,
            content);
        return RevisionMerge.Merge(
            new DayRecord(), whole, DateTimeOffset.UnixEpoch, RevisionRetention.Of(new ReportOptions())).Next;
    }
}
