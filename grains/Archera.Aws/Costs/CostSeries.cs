using System.Globalization;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Archera.Aws.Calls;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;
using Archera.Contracts.Time;

namespace Archera.Aws.Costs;

/// <summary>
/// One series of pages: days by two dimensions, or their totals, in all four metrics, for four cost what one does.
/// </summary>
internal sealed class CostSeries(
    DatePeriod days, (string First, string Second)? dimensions, CostReadOptions options, IAccountConnection connection)
{
    private const string Operation = "GetCostAndUsage";
    private const int MaxTokenLength = 8_192;

    private readonly CostPages _pages = new(days, isTotal: dimensions is null);
    private readonly PageTokens _tokens = new(connection.Account, Operation, maxPages: null, MaxTokenLength);
    private PageSizes _sizes;
    private int _read;
    private bool _hasTaken;
    private string? _requestId;

    /// <summary>There is another page, and room for it.</summary>
    public bool HasMore => _tokens.Next is not null && !IsFull;

    private bool IsFull => _read >= options.MaxPages || _pages.Rows > options.MaxRows;

    /// <summary>Reads the next page. Null: it is there.</summary>
    public async Task<AwsFailure?> ReadAsync(CancellationToken cancellationToken)
    {
        var request = Request(_tokens.Next);
        var answer = await connection.CostExplorerAsync(
            (client, token) => client.GetCostAndUsageAsync(request, token), Operation, cancellationToken);
        if (!answer.Succeeded)
            return answer.Failure;
        _requestId = answer.RequestId;
        if (_tokens.Follow(answer.Value.NextPageToken, _requestId) is { } endless)
            return endless;
        try
        {
            _read++;
            var rows = _pages.Add(answer.Value.ResultsByTime);
            _sizes += _tokens.Next is null ? new PageSizes(0, 0, 1, 0, 0) : new PageSizes(0, 0, 1, 1, rows);
            return null;
        }
        catch (UnreadableAnswerException exception)
        {
            return exception.ToFailure(connection.Account, Operation, _requestId);
        }
    }

    /// <summary>
    /// The days that came whole since this was last called. A day that has no end within the limits is a failure.
    /// </summary>
    public AwsAnswer<DatasetReading> Take()
    {
        try
        {
            var partitions = _tokens.Next is null ? _pages.Finish() : _pages.TakeWhole();
            _hasTaken |= !partitions.IsEmpty;
            if (!_hasTaken && IsFull)
                return TooLarge();
            var sizes = _sizes + new PageSizes(
                partitions.Length, partitions.Sum(partition => partition.Rows), 0, 0, 0);
            _sizes = default;
            return new AwsAnswer<DatasetReading>
            {
                Value = new DatasetReading(partitions) { Sizes = sizes },
                RequestId = _requestId,
            };
        }
        catch (UnreadableAnswerException exception)
        {
            return exception.ToFailure(connection.Account, Operation, _requestId);
        }
    }

    private AwsFailure TooLarge() => new(
        FailureReasons.TooLarge,
        FaultOf.Customer,
        CanRetry: false,
        "DayTooLarge",
        $"Account {connection.Account}: {days.Start:yyyy-MM-dd} alone has more than {options.MaxPages} pages or "
        + $"{options.MaxRows} rows, and was given up. Raise Aws:Costs:MaxPages or Aws:Costs:MaxRows.",
        _requestId);

    private GetCostAndUsageRequest Request(string? pageToken) => new()
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
