using Archera.Sandbox.Aws.Faults;
using Archera.Sandbox.Aws.Protocol.Shapes;
using Archera.Sandbox.Aws.Throttling;
using static Archera.Sandbox.Aws.CloudWatch.CloudWatchInput;

namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>The metrics of the account in the region that had measurements lately.</summary>
internal sealed class ListMetrics(IMetricSource source, MetricTokens tokens, CloudWatchOptions options)
    : IShapedOperation
{
    public string Name => "ListMetrics";

    public string Action => "cloudwatch:ListMetrics";

    public InputShape Input => CloudWatchShapes.ListMetrics;

    public ServiceQuota Quota => ServiceQuota.ListMetrics;

    public ShapedAnswer Answer(ShapedCall call)
    {
        var checks = new CloudWatchInput();
        var filter = MetricFilter.Read(call.Input, checks);
        if (!checks.IsGood)
            return ShapedAnswer.Refused(CloudWatchErrors.InvalidParameterValue(checks.Problems));
        var print = MetricTokens.Fingerprint(Name, call.AccountId, call.Region, call.Input);
        var sent = Text(call.Input, "NextToken");
        var position = sent is null
            ? new MetricPosition(call.Now.ToUnixTimeSeconds(), 0)
            : tokens.TryOpen(sent, print);
        if (position is not { } first)
            return ShapedAnswer.Refused(CloudWatchErrors.InvalidParameterValue(CloudWatchErrors.BadToken.Message!));

        var all = (filter.OwningAccount ?? call.AccountId) == call.AccountId
            ? source.Between(call.AccountId, call.Region, filter.Since(first.AsOf), first.AsOf + 1)
            : [];
        var keys = all.Where(series => filter.Lists(series, first.AsOf))
            .Select(series => series.Key)
            .Skip(first.Index)
            .Take(options.MetricsPerPage + 1)
            .ToList();
        var page = keys.Take(options.MetricsPerPage).ToList();
        var nextToken = call.Faults.Has(FaultKind.RepeatToken) ? sent ?? tokens.Issue(print, first)
            : keys.Count > page.Count ? tokens.Issue(print, first with { Index = first.Index + page.Count })
            : null;
        var owner = Member(call.Input, "IncludeLinkedAccounts")?.GetBoolean() == true ? call.AccountId : null;
        return new ShapedAnswer(writer => Write(writer, page, owner, nextToken));
    }

    private static void Write(IShapeWriter writer, List<MetricKey> page, string? owner, string? nextToken)
    {
        writer.StartStructure();
        writer.Member("Metrics");
        writer.StartList();
        page.ForEach(metric => Write(writer, metric));
        writer.EndList();
        if (owner is not null)
        {
            writer.Member("OwningAccounts");
            writer.StartList();
            page.ForEach(_ => writer.Text(owner));
            writer.EndList();
        }

        if (nextToken is not null)
        {
            writer.Member("NextToken");
            writer.Text(nextToken);
        }

        writer.EndStructure();
    }

    private static void Write(IShapeWriter writer, MetricKey metric)
    {
        writer.StartStructure();
        writer.Member("Namespace");
        writer.Text(metric.Namespace);
        writer.Member("MetricName");
        writer.Text(metric.Name);
        writer.Member("Dimensions");
        writer.StartList();
        foreach (var dimension in metric.Dimensions)
        {
            writer.StartStructure();
            writer.Member("Name");
            writer.Text(dimension.Name);
            writer.Member("Value");
            writer.Text(dimension.Value);
            writer.EndStructure();
        }

        writer.EndList();
        writer.EndStructure();
    }
}
