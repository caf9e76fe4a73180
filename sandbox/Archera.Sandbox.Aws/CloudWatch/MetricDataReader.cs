using System.Text.Json;
using System.Text.RegularExpressions;
using Archera.Sandbox.Aws.Protocol;
using static Archera.Sandbox.Aws.CloudWatch.CloudWatchInput;

namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>Reads a GetMetricData, or says all that AWS would find wrong in it.</summary>
internal sealed partial class MetricDataReader
{
    internal const int MaxQueries = 500;
    internal const int MaxPoints = 100_800;
    private const int MaxDimensions = 30;
    private const int MaxNameLength = 255;
    private const int MaxValueLength = 1_024;
    private const int MaxExpressionLength = 2_048;

    private static readonly string[] ScanOrders = ["TimestampDescending", "TimestampAscending"];

    private readonly CloudWatchInput _input = new();

    /// <summary>What AWS would answer and the simulated AWS does not, by the query that asks for it.</summary>
    private string? _notSimulated;

    internal static (MetricDataRequest? Request, AwsError? Error) Read(JsonElement input)
    {
        var reader = new MetricDataReader();
        var request = reader.Request(input);
        return !reader._input.IsGood ? (null, CloudWatchErrors.Validation(reader._input.Problems))
            : reader._notSimulated is { } what ? (null, CloudWatchErrors.NotSimulated(what))
            : (request, null);
    }

    private MetricDataRequest Request(JsonElement input)
    {
        var items = Items(input, "MetricDataQueries");
        if (items.Count == 0)
            _input.Wrong("The parameter MetricDataQueries is required.");
        if (items.Count > MaxQueries)
            _input.Wrong($"The collection MetricDataQueries must not have a size greater than {MaxQueries}.");
        var queries = items.Take(MaxQueries).Select(Query).ToList();
        if (queries.DistinctBy(query => query.Id, StringComparer.Ordinal).Count() < queries.Count)
            _input.Wrong("The values for parameter id in MetricDataQueries are not unique.");
        var (start, end) = (_input.Instant(input, "StartTime"), _input.Instant(input, "EndTime"));
        if (start == end && start is not null)
            _input.Wrong("The parameter StartTime must not equal parameter EndTime.");
        if (start > end)
            _input.Wrong("The parameter StartTime must be less than the parameter EndTime.");
        var order = Text(input, "ScanBy");
        _input.OneOf(order, "ScanBy", ScanOrders);
        var most = Member(input, "MaxDatapoints")?.GetInt32() ?? MaxPoints;
        if (most is < 1 or > MaxPoints)
            _input.Wrong($"The value {Number(most)} for parameter MaxDatapoints must be between 1 and {MaxPoints}.");
        return new MetricDataRequest(
            queries, start ?? 0, end ?? 0, order == ScanOrders[1], most, Text(input, "NextToken"));
    }

    private MetricQuery Query(JsonElement query, int index)
    {
        var path = $"MetricDataQueries.member.{Number(index + 1)}";
        var id = _input.Required(query, "Id", path, MaxNameLength);
        if (id.Length > 0 && !Identifier().IsMatch(id))
            _input.Wrong($"The value {id} for parameter {path}.Id does not match the required pattern.");
        var measured = Member(query, "MetricStat");
        var expression = Text(query, "Expression");
        if (measured is null == expression is null)
            _input.Wrong($"Exactly one of {path}.MetricStat and {path}.Expression must be given.");
        if (expression is { Length: 0 or > MaxExpressionLength })
            _input.Wrong($"The parameter {path}.Expression must have 1 to {MaxExpressionLength} characters.");
        var label = Text(query, "Label");
        if (expression is not null)
            _notSimulated ??= $"metric math and Metrics Insights, which {path}.Expression asks for";
        if (label?.Contains("${", StringComparison.Ordinal) == true)
            _notSimulated ??= $"dynamic labels, which {path}.Label asks for";
        var returns = Member(query, "ReturnData")?.GetBoolean() ?? true;
        return Measured(measured, path + ".MetricStat", isChecked: measured is not null) with
        {
            Id = id,
            Label = label,
            ReturnData = returns,
            AccountId = Text(query, "AccountId"),
        };
    }

    private MetricQuery Measured(JsonElement? measured, string path, bool isChecked)
    {
        var none = new MetricKey("", "", []);
        if (!isChecked)
            return new MetricQuery("", none, 1, default, null, null, true, null);
        var metric = Member(measured, "Metric");
        if (metric is null)
            _input.Wrong($"The parameter {path}.Metric is required.");
        var unit = Text(measured, "Unit");
        _input.OneOf(unit, path + ".Unit", StandardUnits.All);
        return new MetricQuery(
            "", metric is { } given ? Key(given, path + ".Metric") : none, Period(measured, path),
            Statistic(measured, path), unit, null, true, null);
    }

    private MetricKey Key(JsonElement metric, string path)
    {
        var space = _input.Required(metric, "Namespace", path, MaxNameLength);
        var name = _input.Required(metric, "MetricName", path, MaxNameLength);
        var dimensions = Items(metric, "Dimensions");
        if (dimensions.Count > MaxDimensions)
            _input.Wrong($"The collection {path}.Dimensions must not have a size greater than {MaxDimensions}.");
        return new MetricKey(space, name, dimensions.Select((dimension, index) =>
        {
            var place = $"{path}.Dimensions.member.{Number(index + 1)}";
            return new MetricDimension(
                _input.Required(dimension, "Name", place, MaxNameLength),
                _input.Required(dimension, "Value", place, MaxValueLength));
        }));
    }

    private int Period(JsonElement? measured, string path)
    {
        if (Member(measured, "Period") is not { } value)
        {
            _input.Wrong($"The parameter {path}.Period is required.");
            return 1;
        }

        var period = value.GetInt32();
        if (period is 1 or 5 or 10 or 20 or 30 || (period > 0 && period % 60 == 0))
            return period;
        _input.Wrong(
            $"The value {Number(period)} for parameter {path}.Period must be 1, 5, 10, 20, 30 or a multiple of 60.");
        return 1;
    }

    private Statistic Statistic(JsonElement? measured, string path)
    {
        var text = _input.Required(measured, "Stat", path, MaxNameLength);
        if (CloudWatch.Statistic.TryParse(text) is { } statistic)
            return statistic;
        if (CloudWatch.Statistic.IsOfAws(text))
            _notSimulated ??= $"the statistic {text}, which {path}.Stat asks for";
        else if (text.Length > 0)
            _input.Wrong($"The value {text} for parameter {path}.Stat is not a valid statistic.");
        return default;
    }

    [GeneratedRegex(@"^[a-z][a-zA-Z0-9_]*\z")]
    private static partial Regex Identifier();
}
