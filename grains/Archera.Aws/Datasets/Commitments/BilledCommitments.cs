using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Time;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>
/// The days on which the bill has rows of commitments. It is the inventory of the whole organization: a plan or
/// reservation that any account holds has fees or usage here, and Cost Explorer that prepares its data refuses this
/// question, too.
/// </summary>
internal sealed class BilledCommitments(DatePeriod days)
{
    private const string Operation = "GetCostAndUsage";

    private readonly HashSet<(DateOnly Day, string Service, string RecordType)> _rows = [];

    /// <summary>From the first of the month on: recurring fees are billed there.</summary>
    public static DatePeriod WindowOf(DatePeriod days) => days with { Start = YearMonth.Of(days.Start).Days.Start };

    public async Task<AwsFailure?> ReadAsync(
        IReadOnlyList<string> recordTypes,
        int maxPages,
        IAccountConnection connection,
        CancellationToken cancellationToken)
    {
        var end = await new CostExplorerList(connection, maxPages).ReadAsync(
            Operation,
            (client, token, cancelled) => client.GetCostAndUsageAsync(
                new GetCostAndUsageRequest
                {
                    TimePeriod = AwsFigure.Interval(days),
                    Granularity = Granularity.DAILY,
                    Metrics = ["UnblendedCost"],
                    GroupBy = [By("SERVICE"), By("RECORD_TYPE")],
                    Filter = new Expression
                    {
                        Dimensions = new DimensionValues { Key = Dimension.RECORD_TYPE, Values = [.. recordTypes] },
                    },
                    NextPageToken = token,
                },
                cancelled),
            page => page.NextPageToken,
            page => (page.ResultsByTime ?? []).ForEach(Add),
            cancellationToken);
        return end.Failure;
    }

    public bool Has(DateOnly day, Func<string, string, bool> isMeant) =>
        _rows.Any(row => row.Day == day && isMeant(row.Service, row.RecordType));

    /// <summary>Whether there was such a row from the first of the day's month to the day.</summary>
    public bool HasSinceTheFirst(DateOnly day, Func<string, string, bool> isMeant) => _rows.Any(row =>
        row.Day >= YearMonth.Of(day).Days.Start && row.Day <= day && isMeant(row.Service, row.RecordType));

    private static GroupDefinition By(string dimension) =>
        new() { Type = GroupDefinitionType.DIMENSION, Key = dimension };

    private void Add(ResultByTime result)
    {
        var day = AwsFigure.Day(result.TimePeriod, days);
        foreach (var group in result.Groups ?? [])
        {
            if (group.Keys is not [{ } service, { } recordType])
                throw new UnreadableAnswerException($"a row of day {day:yyyy-MM-dd} does not have two keys");
            _rows.Add((day, service, recordType));
        }
    }
}
