using Amazon.CloudWatch.Model;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets.Utilization;

/// <summary>Asks for what is read anyway, of a machine that does not exist: one call of each action.</summary>
internal sealed class UtilizationProbe : IDatasetProbe
{
    public static readonly UtilizationProbe Instance = new();

    private static readonly MetricSeries Nobody = new(
        "i-00000000000000000",
        MetricDefinition.All[0],
        [new MetricDimension("InstanceId", "i-00000000000000000")]);

    public string Request => $"{MetricReader.ListMetrics}, and {MetricReader.GetMetricData} for one metric";

    public decimal PriceUsd => MetricCall.PriceOfMetricUsd;

    public async Task<AwsAnswer<ProbeAnswer>> AskAsync(
        DateOnly today, IAccountConnection connection, CancellationToken cancellationToken)
    {
        var region = AwsRegion.Parse(AwsRegions.Of(AwsApi.CloudWatch, connection.Account.Partition)!);
        var start = MetricWindow.StartOf(today).AddDays(-1);
        var call = new MetricCall(new MetricWindow(start, start.AddHours(1), 300), [Nobody]);
        var read = await connection.CloudWatchAsync(
            region,
            (client, token) => client.GetMetricDataAsync(call.ToRequest(null), token),
            MetricReader.GetMetricData,
            call.PriceUsd,
            cancellationToken);
        if (!read.Succeeded)
            return read.Failure;
        var listed = await connection.CloudWatchAsync(
            region,
            (client, token) => client.ListMetricsAsync(new ListMetricsRequest { Namespace = "AWS/EC2" }, token),
            MetricReader.ListMetrics,
            priceUsd: 0,
            cancellationToken);
        return listed.Succeeded
            ? new AwsAnswer<ProbeAnswer> { Value = new ProbeAnswer(), RequestId = listed.RequestId }
            : listed.Failure;
    }
}
