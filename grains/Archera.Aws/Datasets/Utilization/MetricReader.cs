using System.Collections.Immutable;
using Amazon.CloudWatch.Model;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets.Utilization;

/// <summary>
/// Reads the metrics of machines in one Region: what is there, then its points, call by call. Points are summed up as
/// they come: one call's are in memory.
/// </summary>
internal sealed class MetricReader(
    IAccountConnection connection, UtilizationOptions options, AwsRegion region, MetricWindow window)
{
    public const string GetMetricData = "GetMetricData";
    public const string ListMetrics = "ListMetrics";

    /// <summary>A call is made to fit one page; AWS may cut it all the same.</summary>
    private const int MaxPagesOfCall = 100;

    private const int MaxTokenLength = 100_000;

    private readonly List<(DateOnly Day, SeriesDay Series)> _days = [];
    private string? _requestId;

    /// <summary>What of all metrics AWS said that it can't be shown, or failed.</summary>
    public (int Forbidden, int Failed) Refused { get; private set; }

    /// <returns>Each metric's days; or why the Region could not be read.</returns>
    public async Task<AwsAnswer<IReadOnlyList<(DateOnly Day, SeriesDay Series)>>> ReadAsync(
        CancellationToken cancellationToken)
    {
        var operation = ListMetrics;
        try
        {
            var listed = new ListedMetrics(options.MaxMetrics);
            foreach (var space in MetricDefinition.Namespaces)
            {
                if (await ListAsync(space, listed, cancellationToken) is { } failure)
                    return failure;
                if (listed.IsEmpty)
                    break; // Without machines there is nothing that the agent could add to.
            }

            operation = GetMetricData;
            foreach (var call in MetricCall.Plan(listed.Finish(), window))
            {
                if (await ReadAsync(call, cancellationToken) is { } failure)
                    return failure;
            }

            return new AwsAnswer<IReadOnlyList<(DateOnly, SeriesDay)>> { Value = _days, RequestId = _requestId };
        }
        catch (UnreadableAnswerException exception)
        {
            return exception.ToFailure(connection.Account, $"{operation} in {region}", _requestId);
        }
    }

    private async Task<AwsFailure?> ListAsync(
        string space, ListedMetrics listed, CancellationToken cancellationToken)
    {
        var tokens = new PageTokens(connection.Account, ListMetrics, options.MaxPages, MaxTokenLength);
        do
        {
            var request = new ListMetricsRequest { Namespace = space, NextToken = tokens.Next };
            var answer = await connection.CloudWatchAsync(
                region,
                (client, token) => client.ListMetricsAsync(request, token),
                ListMetrics,
                priceUsd: 0,
                cancellationToken);
            if (!answer.Succeeded)
                return answer.Failure;
            _requestId = answer.RequestId;
            if (tokens.Follow(answer.Value.NextToken, _requestId) is { } endless)
                return endless;
            listed.Add(answer.Value.Metrics);
        }
        while (tokens.Next is not null);
        return null;
    }

    private async Task<AwsFailure?> ReadAsync(MetricCall call, CancellationToken cancellationToken)
    {
        var answers = new MetricAnswers(call);
        var tokens = new PageTokens(connection.Account, GetMetricData, MaxPagesOfCall, MaxTokenLength);
        do
        {
            var request = call.ToRequest(tokens.Next);
            var answer = await connection.CloudWatchAsync(
                region,
                (client, token) => client.GetMetricDataAsync(request, token),
                GetMetricData,
                call.PriceUsd,
                cancellationToken);
            if (!answer.Succeeded)
                return answer.Failure;
            _requestId = answer.RequestId;
            if (tokens.Follow(answer.Value.NextToken, _requestId) is { } endless)
                return endless;
            answers.Add(answer.Value.MetricDataResults);
        }
        while (tokens.Next is not null);
        Take(answers.Finish());
        return null;
    }

    private void Take(ImmutableArray<SeriesReading> readings)
    {
        foreach (var reading in readings)
        {
            _days.AddRange(SeriesDay.Of(region.Name, reading, window));
            Refused = reading.Standing switch
            {
                MetricStanding.Forbidden => (Refused.Forbidden + 1, Refused.Failed),
                MetricStanding.Failed => (Refused.Forbidden, Refused.Failed + 1),
                _ => Refused,
            };
        }
    }
}
