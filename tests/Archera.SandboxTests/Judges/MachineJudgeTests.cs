using System.Text.Json;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using Archera.Sandbox.Aws.Machines;
using Archera.SandboxTests.Ec2;

namespace Archera.SandboxTests.Judges;

/// <summary>Machines as AWS's own clients read them.</summary>
public sealed class MachineJudgeTests
{
    private const string ReadAll = """
        ec2 = client("ec2", REGION)
        pages = ec2.get_paginator("describe_instances").paginate(PaginationConfig={"PageSize": 9})
        for page in pages:
            for reservation in page["Reservations"]:
                for each in reservation["Instances"]:
                    print("|".join([
                        each["InstanceId"], each["State"]["Name"], each["InstanceType"],
                        each["LaunchTime"].strftime("%Y-%m-%dT%H:%M:%SZ"), each["StateTransitionReason"],
                        each.get("StateReason", {}).get("Code", ""), each.get("InstanceLifecycle", ""),
                        each.get("Platform", ""), str(len(each.get("Tags", [])))]))
        """;

    [Fact]
    public async Task Boto3_reads_every_machine_over_its_own_pages()
    {
        await using var sandbox = await Ec2Calls.StartAsync(Ec2Calls.Now());
        var region = sandbox.HomeOf();

        var read = await Boto3.RunAsync(sandbox, Keys(sandbox), $"REGION = '{region}'\n{ReadAll}");

        var now = sandbox.Aws.Clock.Now;
        var listed = sandbox.Aws.World.Machines.Listed(TinyWorld.Payer, region, now);
        listed.Count.ShouldBeGreaterThan(30);
        read.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(listed.Select(machine => Line(machine, machine.At(now))), ignoreOrder: true);
    }

    [Fact]
    public async Task Boto3_hears_each_of_EC2s_refusals_by_its_code()
    {
        await using var sandbox = await Ec2Calls.StartAsync(perAccount: 0);

        var heard = await Boto3.RunAsync(sandbox, Keys(sandbox), """
            calls = [
                ("sa-east-1", {"MaxResults": 3}),
                ("sa-east-1", {"InstanceIds": ["i-0123456789abcdef0"]}),
                ("sa-east-1", {"InstanceIds": ["i-xyz"]}),
                ("sa-east-1", {"Filters": [{"Name": "colour", "Values": ["red"]}]}),
                ("sa-east-1", {"NextToken": "abc"}),
                ("sa-east-1", {"DryRun": True}),
                ("me-central-1", {}),
            ]
            for region, arguments in calls:
                try:
                    client("ec2", region).describe_instances(**arguments)
                    print("answered")
                except ClientError as error:
                    print(error.response["ResponseMetadata"]["HTTPStatusCode"], error.response["Error"]["Code"])
            """);

        heard.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
        [
            "400 InvalidParameterValue", "400 InvalidInstanceID.NotFound", "400 InvalidInstanceID.Malformed",
            "400 InvalidParameterValue", "400 InvalidParameterValue", "412 DryRunOperation", "401 AuthFailure",
        ]);
    }

    [Fact]
    public async Task The_AWS_CLI_reads_regions_and_machines()
    {
        await using var sandbox = await Ec2Calls.StartAsync(Ec2Calls.Now());
        var region = sandbox.HomeOf();

        var regions = await AwsCli.RunAsync(sandbox, Keys(sandbox), "ec2", "describe-regions", "--all-regions");
        var machines = await AwsCli.RunAsync(
            sandbox, Keys(sandbox), "ec2", "describe-instances", "--region", region, "--filters",
            "Name=instance-state-name,Values=running");

        regions.ExitCode.ShouldBe(0, regions.Error);
        machines.ExitCode.ShouldBe(0, machines.Error);
        Json(regions.Output).GetProperty("Regions").GetArrayLength().ShouldBe(34);
        var now = sandbox.Aws.Clock.Now;
        Json(machines.Output).GetProperty("Reservations").EnumerateArray()
            .SelectMany(reservation => reservation.GetProperty("Instances").EnumerateArray())
            .Select(instance => instance.GetProperty("InstanceId").GetString())
            .ShouldBe(
                sandbox.Aws.World.Machines.Listed(TinyWorld.Payer, region, now)
                    .Where(machine => machine.At(now).State == MachineState.Running)
                    .Select(machine => machine.InstanceId),
                ignoreOrder: true);
    }

    [Fact]
    public async Task AWSs_SDK_for_NET_reads_machines_regions_and_reservations()
    {
        await using var sandbox = await Ec2Calls.StartAsync(Ec2Calls.Now());
        var region = sandbox.HomeOf();
        using var client = Client(sandbox, region);

        var machines = new List<Instance>();
        await foreach (var page in client.Paginators
            .DescribeInstances(new DescribeInstancesRequest { MaxResults = 9 })
            .Responses.WithCancellation(TestContext.Current.CancellationToken))
        {
            machines.AddRange(page.Reservations?.SelectMany(reservation => reservation.Instances) ?? []);
        }

        var regions = await client.DescribeRegionsAsync(TestContext.Current.CancellationToken);
        var reserved = await client.DescribeReservedInstancesAsync(TestContext.Current.CancellationToken);
        var refused = await Should.ThrowAsync<AmazonEC2Exception>(() => client.DescribeInstancesAsync(
            new DescribeInstancesRequest { MaxResults = 4 }, TestContext.Current.CancellationToken));

        var now = sandbox.Aws.Clock.Now;
        machines.Select(each => (each.InstanceId, each.State.Name.Value, each.LaunchTime, each.StateTransitionReason))
            .ShouldBe(
                sandbox.Aws.World.Machines.Listed(TinyWorld.Payer, region, now)
                    .Select(each => (
                        each.InstanceId, StateOf(each.At(now)), (DateTime?)each.At(now).LaunchTime.UtcDateTime,
                        each.At(now).TransitionReason)),
                ignoreOrder: true);
        regions.Regions.Count.ShouldBeInRange(17, 18);
        reserved.ReservedInstances.ShouldBeNull();
        refused.ErrorCode.ShouldBe("InvalidParameterValue");
    }

    private static AmazonEC2Client Client(Sandbox sandbox, string region)
    {
        var keys = Keys(sandbox);
        return new AmazonEC2Client(
            new BasicAWSCredentials(keys.AccessKeyId, keys.Secret),
            new AmazonEC2Config
            {
                ServiceURL = sandbox.Aws.Endpoint.ToString(),
                AuthenticationRegion = region,
                MaxErrorRetry = 0,
            });
    }

    private static string StateOf(MachineMoment moment) => moment.State == MachineState.ShuttingDown
        ? "shutting-down"
        : moment.State.ToString().ToLowerInvariant();

    private static SigningKeys Keys(Sandbox sandbox) =>
        SigningKeys.Of(sandbox.Aws.Users.Administrator(TinyWorld.Payer));

    private static JsonElement Json(string output) => JsonSerializer.Deserialize<JsonElement>(output);

    private static string Line(Machine machine, MachineMoment moment) => string.Join(
        '|',
        machine.InstanceId,
        StateOf(moment),
        machine.InstanceType,
        moment.LaunchTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        moment.TransitionReason,
        moment.Reason?.Code,
        machine.IsSpot ? "spot" : "",
        machine.IsWindows ? "windows" : "",
        machine.Tags.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
