using Archera.Sandbox.Aws.Protocol.Shapes;

namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>The inputs as CloudWatch's service model has them.</summary>
internal static class CloudWatchShapes
{
    internal static readonly InputShape GetMetricData = InputShape.Structure.Of(
        ("MetricDataQueries", new InputShape.ListShape(InputShape.Structure.Of(
            ("Id", InputShape.Text),
            ("MetricStat", InputShape.Structure.Of(
                ("Metric", InputShape.Structure.Of(
                    ("Namespace", InputShape.Text),
                    ("MetricName", InputShape.Text),
                    ("Dimensions", Dimensions))),
                ("Period", InputShape.Whole),
                ("Stat", InputShape.Text),
                ("Unit", InputShape.Text))),
            ("Expression", InputShape.Text),
            ("Label", InputShape.Text),
            ("ReturnData", InputShape.Flag),
            ("Period", InputShape.Whole),
            ("AccountId", InputShape.Text)))),
        ("StartTime", InputShape.Instant),
        ("EndTime", InputShape.Instant),
        ("NextToken", InputShape.Text),
        ("ScanBy", InputShape.Text),
        ("MaxDatapoints", InputShape.Whole),
        ("LabelOptions", InputShape.Structure.Of(("Timezone", InputShape.Text))));

    internal static readonly InputShape ListMetrics = InputShape.Structure.Of(
        ("Namespace", InputShape.Text),
        ("MetricName", InputShape.Text),
        ("Dimensions", Dimensions),
        ("NextToken", InputShape.Text),
        ("RecentlyActive", InputShape.Text),
        ("IncludeLinkedAccounts", InputShape.Flag),
        ("OwningAccount", InputShape.Text));

    private static InputShape Dimensions =>
        new InputShape.ListShape(InputShape.Structure.Of(("Name", InputShape.Text), ("Value", InputShape.Text)));
}
