using System.Globalization;
using System.Xml.Linq;
using Archera.Sandbox.Aws.Faults;
using Archera.Sandbox.Aws.Machines;

namespace Archera.SandboxTests.Ec2;

public sealed class DescribeInstancesTests
{
    [Fact]
    public async Task Tells_what_the_world_holds_at_that_moment()
    {
        await using var sandbox = await Ec2Calls.StartAsync(Ec2Calls.Night());
        var region = sandbox.HomeOf();

        var answer = await sandbox.Ec2Async("Action=DescribeInstances", region: region);

        var now = sandbox.Aws.Clock.Now;
        var listed = sandbox.Aws.World.Machines.Listed(TinyWorld.Payer, region, now);
        var told = answer.Instances().ToDictionary(instance => instance.Text("instanceId")!);
        answer.ContentType.ShouldBe("text/xml; charset=UTF-8");
        answer.Root().Elements().First().Name.ShouldBe(Ec2Calls.Space + "requestId");
        answer.Root().Text("requestId").ShouldBe(answer.RequestId);
        told.Keys.ShouldBe(listed.Select(machine => machine.InstanceId), ignoreOrder: true);
        foreach (var machine in listed)
            Matches(told[machine.InstanceId], machine, machine.At(now));
        answer.Root().Items("reservationSet").ShouldAllBe(each => each.Text("ownerId") == TinyWorld.Payer);
        answer.Root().Items("reservationSet").ShouldContain(each => each.Items("instancesSet").Count > 1);
        sandbox.Aws.Bill.Rows().ShouldBeEmpty();
        sandbox.Aws.Calls.Rows().ShouldContain(
            row => row.Account == TinyWorld.Payer && row.Operation == "DescribeInstances" && row.Succeeded == 1);
    }

    [Fact]
    public async Task Gives_every_machine_once_over_pages_whose_order_is_another_each_time()
    {
        await using var sandbox = await Ec2Calls.StartAsync(Ec2Calls.Night());
        var region = sandbox.HomeOf();
        var listed = sandbox.Aws.World.Machines.Listed(TinyWorld.Payer, region, sandbox.Aws.Clock.Now);

        var first = await PagesAsync(7);
        var second = await PagesAsync(11);

        first.ShouldBe(listed.Select(machine => machine.InstanceId), ignoreOrder: true);
        second.ShouldBe(first, ignoreOrder: true);
        second.ShouldNotBe(first);

        async Task<List<string>> PagesAsync(int size)
        {
            var ids = new List<string>();
            for (string? token = null, more = ""; more is not null; token = more)
            {
                var next = token is null ? "" : "&NextToken=" + Uri.EscapeDataString(token);
                var page = await sandbox.Ec2Async($"Action=DescribeInstances&MaxResults={size}{next}", region: region);
                var instances = page.Instances();
                instances.Count.ShouldBeLessThanOrEqualTo(size);
                ids.AddRange(instances.Select(instance => instance.Text("instanceId")!));
                more = page.Root().Text("nextToken");
            }

            return ids;
        }
    }

    [Fact]
    public async Task Gives_the_token_back_for_ever_when_that_fault_is_drawn()
    {
        await using var sandbox = await Ec2Calls.StartAsync(Ec2Calls.Night());
        var region = sandbox.HomeOf();
        var first = await sandbox.Ec2Async("Action=DescribeInstances&MaxResults=5", region: region);
        var token = first.Root().Text("nextToken")!;
        sandbox.Aws.Faults.Replace([new Fault(FaultKind.RepeatToken, 1)]);

        var repeated = await sandbox.Ec2Async(
            $"Action=DescribeInstances&MaxResults=1000&NextToken={Uri.EscapeDataString(token)}", region: region);

        repeated.Root().Text("nextToken").ShouldBe(token);
    }

    [Fact]
    public async Task Passes_what_every_filter_lets_through()
    {
        await using var sandbox = await Ec2Calls.StartAsync(Ec2Calls.Night());
        var region = sandbox.HomeOf();

        var stopped = await FilteredAsync("instance-state-name", "stopped", "stopping");
        var spot = await FilteredAsync("instance-lifecycle", "spot");
        var grouped = await FilteredAsync("tag:aws:autoscaling:groupName", "w*");
        var both = await sandbox.Ec2Async(
            "Action=DescribeInstances&Filter.1.Name=instance-state-name&Filter.1.Value.1=running"
                + "&Filter.2.Name=tag-key&Filter.2.Value.1=aws:autoscaling:groupName",
            region: region);
        var one = await FilteredAsync("instance-id", grouped[0].Text("instanceId")!);

        stopped.ShouldNotBeEmpty();
        stopped.ShouldAllBe(instance => instance.Text("instanceState", "name")!.StartsWith("stop"));
        spot.ShouldAllBe(instance => instance.Text("instanceLifecycle") == "spot");
        grouped.ShouldNotBeEmpty();
        both.Instances().ShouldNotBeEmpty();
        both.Instances().ShouldAllBe(instance => instance.Text("instanceState", "code") == "16");
        one.Count.ShouldBe(1);

        async Task<IReadOnlyList<XElement>> FilteredAsync(string name, params string[] values)
        {
            var form = string.Concat(values.Select((value, index) => $"&Filter.1.Value.{index + 1}={value}"));
            var answer = await sandbox.Ec2Async($"Action=DescribeInstances&Filter.1.Name={name}{form}", region: region);
            return answer.Instances();
        }
    }

    [Theory]
    [InlineData("MaxResults=4", "InvalidParameterValue",
        "Value ( 4 ) for parameter maxResults is invalid. Expecting a value greater than 5.")]
    [InlineData("MaxResults=1001", "InvalidParameterValue",
        "Value ( 1001 ) for parameter maxResults is invalid. Expecting a value less than 1000.")]
    [InlineData("MaxResults=5&InstanceId.1=i-0123456789abcdef0", "InvalidParameterCombination",
        "The parameter instancesSet cannot be used with the parameter maxResults")]
    [InlineData("InstanceId.1=i-xyz", "InvalidInstanceID.Malformed", "Invalid id: \"i-xyz\"")]
    [InlineData("InstanceId.1=i-0123456789abcdef0", "InvalidInstanceID.NotFound",
        "The instance ID 'i-0123456789abcdef0' does not exist")]
    [InlineData("InstanceId.1=i-0123456789abcdef0&InstanceId.2=i-12345678", "InvalidInstanceID.NotFound",
        "The instance IDs 'i-0123456789abcdef0, i-12345678' do not exist")]
    [InlineData("NextToken=abc", "InvalidParameterValue",
        "Value ( abc ) for parameter nextToken is invalid. The token is invalid.")]
    [InlineData("Filter.1.Name=colour&Filter.1.Value.1=red", "InvalidParameterValue", "The filter 'colour' is invalid")]
    public async Task Refuses_in_AWSs_words(string parameters, string code, string message)
    {
        await using var sandbox = await Ec2Calls.StartAsync(Ec2Calls.Night());

        var answer = await sandbox.Ec2Async("Action=DescribeInstances&" + parameters);

        (answer.Status, answer.ErrorCode, answer.ErrorMessage).ShouldBe((400, code, message));
        answer.Xml("RequestID").ShouldBe(answer.RequestId);
    }

    [Fact]
    public async Task Takes_no_token_of_another_account_or_region()
    {
        await using var sandbox = await Ec2Calls.StartAsync(Ec2Calls.Night());
        var region = sandbox.HomeOf();
        var first = await sandbox.Ec2Async("Action=DescribeInstances&MaxResults=5", region: region);
        var form = "Action=DescribeInstances&MaxResults=5&NextToken="
            + Uri.EscapeDataString(first.Root().Text("nextToken")!);

        var elsewhere = await sandbox.Ec2Async(form, region: "sa-east-1");
        var other = await sandbox.Ec2Async(form, account: TinyWorld.OtherPayer, region: region);

        elsewhere.ErrorCode.ShouldBe("InvalidParameterValue");
        other.ErrorCode.ShouldBe("InvalidParameterValue");
    }

    [Fact]
    public async Task Leaves_an_event_with_what_was_asked()
    {
        await using var sandbox = await Ec2Calls.StartAsync(Ec2Calls.Night());

        await sandbox.Ec2Async(
            "Action=DescribeInstances&Filter.1.Name=instance-state-name&Filter.1.Value.1=running&MaxResults=50");

        var trailed = sandbox.Aws.Trail.Events(TinyWorld.Payer)[^1];
        trailed.GetProperty("eventSource").GetString().ShouldBe("ec2.amazonaws.com");
        trailed.GetProperty("requestParameters").GetRawText().ShouldBe("""
            {"instancesSet":{},"filterSet":{"items":[{"name":"instance-state-name",
            "valueSet":{"items":[{"value":"running"}]}}]},"maxResults":"50"}
            """.ReplaceLineEndings(""));
    }

    private static void Matches(XElement told, Machine machine, MachineMoment moment)
    {
        told.Text("instanceState", "code").ShouldBe(((int)moment.State).ToString(CultureInfo.InvariantCulture));
        told.Text("launchTime").ShouldBe(
            moment.LaunchTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'.000Z'", CultureInfo.InvariantCulture));
        told.Text("reason").ShouldBe(moment.TransitionReason);
        told.Text("stateReason", "code").ShouldBe(moment.Reason?.Code);
        told.Text("instanceType").ShouldBe(machine.InstanceType);
        told.Text("placement", "availabilityZone").ShouldBe(machine.AvailabilityZone);
        told.Text("platform").ShouldBe(machine.IsWindows ? "windows" : null);
        told.Text("instanceLifecycle").ShouldBe(machine.IsSpot ? "spot" : null);
        told.Text("monitoring", "state").ShouldBe(machine.DetailedMonitoring ? "enabled" : "disabled");
        (told.Element(Ec2Calls.Space + "tagSet")?.Elements().Count() ?? 0).ShouldBe(machine.Tags.Count);
        (told.Text("vpcId") is null).ShouldBe(moment.State == MachineState.Terminated);
    }
}
