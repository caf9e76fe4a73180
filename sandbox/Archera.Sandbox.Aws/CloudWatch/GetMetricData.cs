using Archera.Sandbox.Aws.Billing;
using Archera.Sandbox.Aws.Faults;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Protocol.Shapes;
using Archera.Sandbox.Aws.Throttling;

namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>Up to 500 metrics in periods, each with its own status.</summary>
internal sealed class GetMetricData(
    IMetricSource source, RequestThrottle throttle, MetricTokens tokens, CloudWatchOptions options) : IShapedOperation
{
    private const long RecentSeconds = 3 * 3_600;

    public string Name => "GetMetricData";

    public string Action => "cloudwatch:GetMetricData";

    public InputShape Input => CloudWatchShapes.GetMetricData;

    public ServiceQuota Quota => ServiceQuota.GetMetricData;

    public ShapedAnswer Answer(ShapedCall call)
    {
        var (request, error) = MetricDataReader.Read(call.Input);
        if (error is not null)
            return ShapedAnswer.Refused(error);
        var print = MetricTokens.Fingerprint(Name, call.AccountId, call.Region, call.Input);
        var now = call.Now.ToUnixTimeSeconds();
        var position = request!.NextToken is { } token ? tokens.TryOpen(token, print) : new MetricPosition(now, 0);
        if (position is not { } from)
            return ShapedAnswer.Refused(CloudWatchErrors.BadToken);
        if (!HasRoom(call, request, now))
            return ShapedAnswer.Refused(ServiceErrors.Throttling, CallOutcome.Throttled);

        var window = new MetricWindow(request.Start, request.End, from.AsOf);
        var page = new MetricDataPage(
            request, window, query => source.Find(call.AccountId, call.Region, query.Metric));
        var room = Math.Min(request.MaxDatapoints, options.PointsPerPage);
        var (rows, next) = page.Fill(from, room, call.AccountId, call.Faults);
        var nextToken = call.Faults.Has(FaultKind.RepeatToken) ? request.NextToken ?? tokens.Issue(print, from)
            : next is { } further ? tokens.Issue(print, further)
            : null;
        return new ShapedAnswer(writer => Write(writer, rows, nextToken), PriceUsd: request.PriceUsd);
    }

    /// <summary>AWS limits estimated points a second too; older data has more room.</summary>
    private bool HasRoom(ShapedCall call, MetricDataRequest request, long now)
    {
        var (name, quota) = request.Start >= now - RecentSeconds
            ? ("recent points", ServiceQuota.RecentDataPoints)
            : ("older points", ServiceQuota.OlderDataPoints);
        return throttle.Admit(call.AccountId, call.Region, name, quota, call.RealNow, request.EstimatedPoints);
    }

    private static void Write(IShapeWriter writer, IReadOnlyList<MetricDataRow> rows, string? nextToken)
    {
        writer.StartStructure();
        writer.Member("MetricDataResults");
        writer.StartList();
        foreach (var row in rows)
            row.Write(writer);
        writer.EndList();
        if (nextToken is not null)
        {
            writer.Member("NextToken");
            writer.Text(nextToken);
        }

        writer.Member("Messages");
        writer.StartList();
        writer.EndList();
        writer.EndStructure();
    }
}
