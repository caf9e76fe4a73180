using System.Globalization;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Archera.Aws.Calls;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;
using Archera.Contracts.Time;

namespace Archera.Aws.Costs;

/// <summary>
/// Reads days by two dimensions, or their totals, and all four metrics, page by page: four metrics cost what one does.
/// </summary>
internal static class CostReader
{
    private const string Operation = "GetCostAndUsage";
    private const int MaxTokenLength = 8_192;

    public static async Task<AwsAnswer<DatasetReading>> ReadAsync(
        DatePeriod days,
        (string First, string Second)? dimensions,
        CostReadOptions options,
        IAccountConnection connection,
        CancellationToken cancellationToken)
    {
        var pages = new CostPages(days, options.MaxRows, isTotal: dimensions is null);
        var tokens = new PageTokens(connection.Account, Operation, options.MaxPages, MaxTokenLength);
        string? requestId = null;
        try
        {
            do
            {
                var request = Request(days, dimensions, tokens.Next);
                var answer = await connection.CostExplorerAsync(
                    (client, token) => client.GetCostAndUsageAsync(request, token), Operation, cancellationToken);
                if (!answer.Succeeded)
                    return answer.Failure;
                requestId = answer.RequestId;
                if (tokens.Follow(answer.Value.NextPageToken, requestId) is { } endless)
                    return endless;
                pages.Add(answer.Value.ResultsByTime);
            }
            while (tokens.Next is not null);
            return new AwsAnswer<DatasetReading> { Value = new DatasetReading(pages.Finish()), RequestId = requestId };
        }
        catch (UnreadableAnswerException exception)
        {
            return exception.ToFailure(connection.Account, Operation, requestId);
        }
    }

    private static GetCostAndUsageRequest Request(
        DatePeriod days, (string First, string Second)? dimensions, string? pageToken) => new()
        {
            TimePeriod = new DateInterval { Start = Day(days.Start), End = Day(days.End) },
            Granularity = Granularity.DAILY,
            Metrics = [.. CostPages.Metrics],
            GroupBy = dimensions is { } by ? [By(by.First), By(by.Second)] : [],
            NextPageToken = pageToken,
        };

    private static GroupDefinition By(string dimension) =>
        new() { Type = GroupDefinitionType.DIMENSION, Key = dimension };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
