using System.Globalization;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Archera.Aws.Calls;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;
using Archera.Contracts.Reports;

namespace Archera.Aws.Costs;

/// <summary>One day's total, which never has a second page: what any read of Cost Explorer costs at least.</summary>
internal sealed class CostProbe : IDatasetProbe
{
    public static readonly CostProbe Instance = new();

    private const string Operation = "GetCostAndUsage";

    public string Request => $"{Operation} for one day";

    public decimal PriceUsd => AwsApi.CostExplorer.PriceUsd;

    public async Task<AwsAnswer<ProbeAnswer>> AskAsync(
        DateOnly today, IAccountConnection connection, CancellationToken cancellationToken)
    {
        var request = new GetCostAndUsageRequest
        {
            TimePeriod = new DateInterval { Start = Day(today.AddDays(-1)), End = Day(today) },
            Granularity = Granularity.DAILY,
            Metrics = [nameof(CostMetric.UnblendedCost)],
        };
        var answer = await connection.CostExplorerAsync(
            (client, token) => client.GetCostAndUsageAsync(request, token), Operation, cancellationToken);
        return answer.Succeeded
            ? new AwsAnswer<ProbeAnswer> { Value = new ProbeAnswer(), RequestId = answer.RequestId }
            : answer.Failure;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
