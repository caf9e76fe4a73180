using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Commitments;
using Archera.Contracts.Time;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>Reads coverage, utilization and inventory of an organization's reservations of one service.</summary>
internal sealed class ReservationsReader(string service, DatePeriod days, int maxPages, IAccountConnection connection)
{
    private const string Use = "DiscountedUsage";

    private static readonly string[] Fees = ["RIFee", "Fee"];

    /// <summary>What the bill is asked for.</summary>
    public static IReadOnlyList<string> RecordTypes { get; } = [Use, .. Fees];

    private readonly CostExplorerList _list = new(connection, maxPages);
    private readonly Dictionary<DateOnly, Coverage> _coverage = [];
    private readonly Dictionary<DateOnly, ReservationAggregates> _utilization = [];
    private readonly ReservationBook _reservations = new(service, connection.Account);
    private CommitmentHoles? _holes;

    /// <returns>Why nothing can be told; null when it was read.</returns>
    public async Task<AwsFailure?> ReadAsync(CancellationToken cancellationToken)
    {
        if ((await ReadCoverageAsync(cancellationToken)).Broken is { } noCoverage)
            return noCoverage;
        if ((await ReadUtilizationAsync(isGrouped: false, cancellationToken)).Broken is { } noUtilization)
            return noUtilization;
        return (await ReadUtilizationAsync(isGrouped: true, cancellationToken)).Broken;
    }

    public void Explain(BilledCommitments bill) => _holes = new CommitmentHoles(
        _reservations.All,
        bill,
        (of, type) => of == service && type == Use,
        (of, type) => of == service && Fees.Contains(type));

    /// <summary>Null: all that there is of the day is known.</summary>
    public AwsFailure? WhyNotTold(DateOnly day)
    {
        if (!_utilization.ContainsKey(day) && !_holes!.IsNone(day))
            return CommitmentHoles.NotTold(connection.Account, $"utilization of reservations of {service}", day);
        if (!_coverage.ContainsKey(day) && !_holes!.IsUnused(day))
            return CommitmentHoles.NotTold(connection.Account, $"coverage by reservations of {service}", day);
        return null;
    }

    public CommitmentDay On(DateOnly day)
    {
        var (coverage, used) = (_coverage.GetValueOrDefault(day), _utilization.GetValueOrDefault(day));
        if (coverage is null && used is null)
            return new CommitmentDay([], _reservations.On(day));
        var (fee, unused) = (Figure(used?.TotalAmortizedFee), Figure(used?.RICostForUnusedHours));
        var figures = new CommitmentFigures(
            fee,
            fee - unused,
            unused,
            Figure(used?.OnDemandCostOfRIHoursUsed),
            Figure(used?.PurchasedHours),
            Figure(used?.TotalActualHours),
            Figure(used?.UnusedHours),
            null,
            Figure(coverage?.CoverageCost?.OnDemandCost),
            Figure(coverage?.CoverageHours?.ReservedHours),
            Figure(coverage?.CoverageHours?.OnDemandHours));
        var line = new CommitmentLine(
            day, CommitmentKind.Reservations, service, AwsFigure.CurrencyOf(connection.Account), figures);
        return new CommitmentDay([line], _reservations.On(day));
    }

    private decimal? Figure(string? text) => AwsFigure.Optional(text, $"a day of reservations of {service}");

    private Expression OfService() => new()
    {
        Dimensions = new DimensionValues { Key = Dimension.SERVICE, Values = [service] },
    };

    private Task<ListEnd> ReadCoverageAsync(CancellationToken cancellationToken) => _list.ReadAsync(
        "GetReservationCoverage",
        (client, token, cancelled) => client.GetReservationCoverageAsync(
            new GetReservationCoverageRequest
            {
                TimePeriod = AwsFigure.Interval(days),
                Granularity = Granularity.DAILY,
                Filter = OfService(),
                Metrics = ["Hour", "Cost"],
                NextPageToken = token,
            },
            cancelled),
        page => page.NextPageToken,
        page => (page.CoveragesByTime ?? []).ForEach(AddCoverage),
        cancellationToken);

    private Task<ListEnd> ReadUtilizationAsync(bool isGrouped, CancellationToken cancellationToken) => _list.ReadAsync(
        "GetReservationUtilization",
        (client, token, cancelled) => client.GetReservationUtilizationAsync(
            new GetReservationUtilizationRequest
            {
                TimePeriod = AwsFigure.Interval(days),
                Granularity = isGrouped ? null : Granularity.DAILY,
                GroupBy = isGrouped
                    ? [new GroupDefinition { Type = GroupDefinitionType.DIMENSION, Key = "SUBSCRIPTION_ID" }]
                    : null,
                Filter = OfService(),
                NextPageToken = token,
            },
            cancelled),
        page => page.NextPageToken,
        page => (page.UtilizationsByTime ?? []).ForEach(isGrouped ? AddReservations : AddUtilization),
        cancellationToken);

    private void AddCoverage(CoverageByTime row)
    {
        var day = AwsFigure.Day(row.TimePeriod, days);
        if (row.Total?.CoverageHours is not { } hours)
            return; // Without usage of the service there is nothing to cover.
        var total = AwsFigure.Of(hours.ReservedHours, "reserved hours") + AwsFigure.Of(hours.OnDemandHours, "hours");
        _ = AwsFigure.Optional(row.Total.CoverageCost?.OnDemandCost, "an on-demand cost");
        if (total > 0 && !_coverage.TryAdd(day, row.Total))
            throw new UnreadableAnswerException($"the coverage of day {day:yyyy-MM-dd} came twice");
    }

    private void AddUtilization(UtilizationByTime row)
    {
        var day = AwsFigure.Day(row.TimePeriod, days);
        var used = row.Total ?? throw new UnreadableAnswerException($"day {day:yyyy-MM-dd} has no utilization");
        _ = AwsFigure.Of(used.TotalActualHours, "used hours");
        _ = AwsFigure.Of(used.UnusedHours, "unused hours");
        _ = AwsFigure.Of(used.TotalAmortizedFee, "an amortized fee");
        _ = AwsFigure.Of(used.RICostForUnusedHours, "the cost of unused hours");
        _ = AwsFigure.Optional(used.OnDemandCostOfRIHoursUsed, "an on-demand equivalent");
        if (AwsFigure.Of(used.PurchasedHours, "purchased hours") > 0 && !_utilization.TryAdd(day, used))
            throw new UnreadableAnswerException($"the utilization of day {day:yyyy-MM-dd} came twice");
    }

    private void AddReservations(UtilizationByTime period) => (period.Groups ?? []).ForEach(_reservations.Add);
}
