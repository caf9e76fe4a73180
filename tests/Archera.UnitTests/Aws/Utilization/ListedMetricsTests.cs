using Amazon.CloudWatch.Model;
using Archera.Aws.Datasets;
using Archera.Aws.Datasets.Utilization;

namespace Archera.UnitTests.Aws.Utilization;

public sealed class ListedMetricsTests
{
    [Fact]
    public void Are_those_of_machines_in_their_order_over_pages()
    {
        var listed = new ListedMetrics(10);
        listed.Add([Ec2("NetworkIn", "InstanceId=i-2"), Ec2("NetworkIn", "InstanceId=i-1")]);
        listed.Add(null);
        listed.Add([Ec2("CPUUtilization", "InstanceId=i-2"), Ec2("Unheard", "InstanceId=i-2")]);

        listed.Finish().Select(Text).ShouldBe(
        [
            "i-1 NetworkIn InstanceId=i-1", "i-2 CpuUtilization InstanceId=i-2", "i-2 NetworkIn InstanceId=i-2",
        ]);
    }

    [Fact]
    public void Leave_out_sums_over_many_machines()
    {
        var listed = new ListedMetrics(10);
        listed.Add(
        [
            Ec2("CPUUtilization"),
            Ec2("CPUUtilization", "InstanceType=t3.micro"),
            Ec2("CPUUtilization", "AutoScalingGroupName=web"),
            Metric("CWAgent", "mem_used_percent", "AutoScalingGroupName=web"),
        ]);

        listed.Finish().ShouldBeEmpty();
    }

    [Fact]
    public void Take_the_agents_largest_set_that_names_the_machine()
    {
        var listed = new ListedMetrics(10);
        listed.Add(
        [
            Metric("CWAgent", "mem_used_percent", "InstanceId=i-1"),
            Metric("CWAgent", "mem_used_percent", "ImageId=ami-1", "InstanceId=i-1", "InstanceType=m5.large"),
            Metric("CWAgent", "mem_used_percent", "InstanceId=i-1", "InstanceType=m5.large"),
        ]);

        listed.Finish().Select(Text).ShouldBe(
            ["i-1 MemoryUsed ImageId=ami-1 InstanceId=i-1 InstanceType=m5.large"]);
    }

    [Fact]
    public void End_at_their_limit()
    {
        var listed = new ListedMetrics(1);

        Should.Throw<UnreadableAnswerException>(() => listed.Add(
        [
            Ec2("NetworkIn", "InstanceId=i-1"), Ec2("NetworkOut", "InstanceId=i-1"),
        ])).TooLarge.ShouldBeTrue();
    }

    [Fact]
    public void Are_not_guessed_where_a_dimension_can_not_be_read() => Should.Throw<UnreadableAnswerException>(
        () => new ListedMetrics(1).Add([Ec2("NetworkIn", "InstanceId=")]));

    private static Metric Ec2(string name, params string[] dimensions) => Metric("AWS/EC2", name, dimensions);

    private static Metric Metric(string space, string name, params string[] dimensions) => new()
    {
        Namespace = space,
        MetricName = name,
        Dimensions =
        [
            .. dimensions.Select(each => each.Split('='))
                .Select(each => new Dimension { Name = each[0], Value = each[1] }),
        ],
    };

    private static string Text(MetricSeries series) => $"{series.InstanceId} {series.Definition.Metric} "
        + string.Join(' ', series.Dimensions.Select(each => $"{each.Name}={each.Value}"));
}
