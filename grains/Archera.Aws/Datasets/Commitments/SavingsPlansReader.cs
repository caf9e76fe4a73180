using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Commitments;
using Archera.Contracts.Time;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>Reads coverage, utilization and inventory of an organization's Savings Plans for a few days.</summary>
internal sealed class SavingsPlansReader(DatePeriod days, int maxPages, IAccountConnection connection)
{
    private static readonly string[] Uses = ["SavingsPlanCoveredUsage", "SavingsPlanNegation"];
    private static readonly string[] Fees = ["SavingsPlanRecurringFee", "SavingsPlanUpfrontFee"];

    private readonly CostExplorerList _list = new(connection, maxPages);
    private readonly SavingsPlanBook _plans = new(connection.Account);
    private readonly Dictionary<DateOnly, SavingsPlansCoverageData> _coverage = [];
    private readonly Dictionary<DateOnly, SavingsPlansUtilizationByTime> _utilization = [];
    private CommitmentHoles? _holes;

    /// <returns>Why nothing can be told; null when it was read.</returns>
    public async Task<AwsFailure?> ReadAsync(CancellationToken cancellationToken)
    {
        var coverage = await ReadCoverageAsync(cancellationToken);
        if (coverage.Broken is { } noCoverage)
            return noCoverage;
        var utilization = await ReadUtilizationAsync(cancellationToken);
        if (utilization.Broken is { } noUtilization)
            return noUtilization;
        if ((await ReadDetailsAsync(cancellationToken)).Broken is { } noDetails)
            return noDetails;
        return await _plans.ReadOwnAsync(maxPages, connection, cancellationToken)
            ?? await ReadBillAsync(cancellationToken);
    }

    /// <summary>Null: all that there is of the day is known.</summary>
    public AwsFailure? WhyNotTold(DateOnly day)
    {
        var isUsed = _utilization.ContainsKey(day);
        if (!isUsed && !_holes!.IsNone(day))
            return CommitmentHoles.NotTold(connection.Account, "utilization of Savings Plans", day);
        if (!_coverage.ContainsKey(day) && !_holes!.IsUnused(day))
            return CommitmentHoles.NotTold(connection.Account, "coverage by Savings Plans", day);
        return null;
    }

    public CommitmentDay On(DateOnly day)
    {
        var (coverage, row) = (_coverage.GetValueOrDefault(day), _utilization.GetValueOrDefault(day));
        if (coverage is null && row is null)
            return new CommitmentDay([], _plans.On(day));
        var figures = CommitmentFigures.None with
        {
            Commitment = Figure(row?.Utilization?.TotalCommitment),
            UsedCommitment = Figure(row?.Utilization?.UsedCommitment),
            UnusedCommitment = Figure(row?.Utilization?.UnusedCommitment),
            OnDemandEquivalent = Figure(row?.Savings?.OnDemandCostEquivalent),
            CoveredCost = Figure(coverage?.SpendCoveredBySavingsPlans),
            OnDemandCost = Figure(coverage?.OnDemandCost),
        };
        var line = new CommitmentLine(
            day, CommitmentKind.SavingsPlans, "", AwsFigure.CurrencyOf(connection.Account), figures);
        return new CommitmentDay([line], _plans.On(day));
    }

    private static decimal? Figure(string? text) => AwsFigure.Optional(text, "a day of Savings Plans");

    private Task<ListEnd> ReadCoverageAsync(CancellationToken cancellationToken) => _list.ReadAsync(
        "GetSavingsPlansCoverage",
        (client, token, cancelled) => client.GetSavingsPlansCoverageAsync(
            new GetSavingsPlansCoverageRequest
            {
                TimePeriod = AwsFigure.Interval(days),
                Granularity = Granularity.DAILY,
                NextToken = token,
            },
            cancelled),
        page => page.NextToken,
        page => (page.SavingsPlansCoverages ?? []).ForEach(AddCoverage),
        cancellationToken);

    private Task<ListEnd> ReadUtilizationAsync(CancellationToken cancellationToken) => _list.ReadAsync(
        "GetSavingsPlansUtilization",
        (client, _, cancelled) => client.GetSavingsPlansUtilizationAsync(
            new GetSavingsPlansUtilizationRequest
            {
                TimePeriod = AwsFigure.Interval(days),
                Granularity = Granularity.DAILY,
            },
            cancelled),
        _ => null,
        page => (page.SavingsPlansUtilizationsByTime ?? []).ForEach(AddUtilization),
        cancellationToken);

    private Task<ListEnd> ReadDetailsAsync(CancellationToken cancellationToken) => _list.ReadAsync(
        "GetSavingsPlansUtilizationDetails",
        (client, token, cancelled) => client.GetSavingsPlansUtilizationDetailsAsync(
            new GetSavingsPlansUtilizationDetailsRequest
            {
                TimePeriod = AwsFigure.Interval(days),
                NextToken = token,
            },
            cancelled),
        page => page.NextToken,
        page => (page.SavingsPlansUtilizationDetails ?? []).ForEach(_plans.Add),
        cancellationToken);

    /// <summary>
    /// Asked for whether or not a day is missing: a permission that is needed now and then is a fault now and then.
    /// </summary>
    private async Task<AwsFailure?> ReadBillAsync(CancellationToken cancellationToken)
    {
        var bill = new BilledCommitments(BilledCommitments.WindowOf(days));
        var failure = await bill.ReadAsync([.. Uses, .. Fees], maxPages, connection, cancellationToken);
        _holes = new CommitmentHoles(
            _plans.All, bill, (_, type) => Uses.Contains(type), (_, type) => Fees.Contains(type));
        return failure;
    }

    private void AddCoverage(SavingsPlansCoverage row)
    {
        var day = AwsFigure.Day(row.TimePeriod, days);
        var coverage = row.Coverage ?? throw new UnreadableAnswerException($"day {day:yyyy-MM-dd} has no coverage");
        _ = AwsFigure.Of(coverage.SpendCoveredBySavingsPlans, "covered spend");
        _ = AwsFigure.Of(coverage.OnDemandCost, "spend at on-demand rates");
        if (!_coverage.TryAdd(day, coverage))
            throw new UnreadableAnswerException($"the coverage of day {day:yyyy-MM-dd} came twice");
    }

    private void AddUtilization(SavingsPlansUtilizationByTime row)
    {
        var day = AwsFigure.Day(row.TimePeriod, days);
        var used = row.Utilization ?? throw new UnreadableAnswerException($"day {day:yyyy-MM-dd} has no utilization");
        _ = AwsFigure.Of(used.TotalCommitment, "a commitment");
        _ = AwsFigure.Of(used.UsedCommitment, "a used commitment");
        _ = AwsFigure.Of(used.UnusedCommitment, "an unused commitment");
        _ = AwsFigure.Optional(row.Savings?.OnDemandCostEquivalent, "an on-demand equivalent");
        if (!_utilization.TryAdd(day, row))
            throw new UnreadableAnswerException($"the utilization of day {day:yyyy-MM-dd} came twice");
    }
}
