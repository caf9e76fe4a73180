namespace Archera.SandboxTests.Ec2;

public sealed class DescribeRegionsTests
{
    private const string OptIn = "ap-east-1";

    [Fact]
    public async Task Lists_the_regions_that_are_on_and_on_request_the_others()
    {
        await using var sandbox = await Ec2Calls.StartAsync(perAccount: 0);
        sandbox.Aws.Regions.Put(TinyWorld.Payer, OptIn, isEnabled: true);

        var usable = await RegionsAsync(sandbox, "Action=DescribeRegions");
        var all = await RegionsAsync(sandbox, "Action=DescribeRegions&AllRegions=true");
        var other = await RegionsAsync(sandbox, "Action=DescribeRegions", TinyWorld.OtherPayer);

        usable.Count.ShouldBe(18);
        usable[OptIn].ShouldBe("opted-in");
        usable["us-east-1"].ShouldBe("opt-in-not-required");
        other.Count.ShouldBe(17);
        all.Count.ShouldBe(34);
        all["me-central-1"].ShouldBe("not-opted-in");
        all.Count(region => region.Value == "not-opted-in").ShouldBe(16);
    }

    [Fact]
    public async Task Tells_of_named_regions_whether_they_are_on_or_not()
    {
        await using var sandbox = await Ec2Calls.StartAsync(perAccount: 0);

        var named = await RegionsAsync(
            sandbox, $"Action=DescribeRegions&RegionName.1={OptIn}&RegionName.2=eu-west-1");
        var filtered = await RegionsAsync(
            sandbox, "Action=DescribeRegions&AllRegions=true&Filter.1.Name=opt-in-status&Filter.1.Value.1=not*");
        var unknown = await sandbox.Ec2Async("Action=DescribeRegions&RegionName.1=us--east-1");

        named.ShouldBe(
            new Dictionary<string, string> { [OptIn] = "not-opted-in", ["eu-west-1"] = "opt-in-not-required" },
            ignoreOrder: true);
        filtered.Count.ShouldBe(17);
        (unknown.Status, unknown.ErrorCode, unknown.ErrorMessage).ShouldBe(
            (400, "InvalidParameterValue", "Invalid region: [us--east-1]"));
    }

    [Fact]
    public async Task Gives_the_endpoint_of_each()
    {
        await using var sandbox = await Ec2Calls.StartAsync(perAccount: 0);

        var answer = await sandbox.Ec2Async("Action=DescribeRegions&RegionName.1=eu-west-1");

        answer.Root().Items("regionInfo").Single().Text("regionEndpoint").ShouldBe("ec2.eu-west-1.amazonaws.com");
    }

    private static async Task<Dictionary<string, string>> RegionsAsync(
        Sandbox sandbox, string form, string account = TinyWorld.Payer)
    {
        var answer = await sandbox.Ec2Async(form, account);
        return answer.Root().Items("regionInfo")
            .ToDictionary(region => region.Text("regionName")!, region => region.Text("optInStatus")!);
    }
}
