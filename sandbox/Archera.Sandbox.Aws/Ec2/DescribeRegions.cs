using System.Text.Json.Nodes;
using System.Xml.Linq;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Regions;

namespace Archera.Sandbox.Aws.Ec2;

/// <summary>The regions that the account may use; on request, or by name, the others of its partition too.</summary>
internal sealed class DescribeRegions(AccountRegions regions) : Ec2Operation
{
    private static readonly HashSet<string> Known = ["region-name", "endpoint", "opt-in-status"];

    public override string Name => "DescribeRegions";

    protected override (IReadOnlyList<XElement>? Result, AwsError? Error) Answer(QueryCall call)
    {
        var (filters, error) = Ec2Filters.Read(call.Form, Known);
        if (error is not null)
            return (null, error);
        var names = call.Form.Numbered("RegionName");
        var all = AwsRegions.All.Where(name => AwsRegions.Partition(name) == call.Caller.Partition).ToList();
        if (names.Find(name => !all.Contains(name)) is { } unknown)
            return (null, Ec2Errors.InvalidParameter($"Invalid region: [{unknown}]"));
        var shown = all
            .Where(name => names.Count > 0
                ? names.Contains(name)
                : call.Form["AllRegions"] == "true" || regions.IsEnabled(call.Caller.AccountId, name))
            .Select(name => (Name: name, Endpoint: $"ec2.{name}.{Domain(name)}", Status: Status(call, name)))
            .Where(region => filters.All(filter => filter.Matches([Value(region, filter.Name)])));
        return ([Ec2Xml.Set("regionInfo", shown.Select(Item))], null);
    }

    protected override JsonObject Trailed(QueryForm form)
    {
        var parameters = new JsonObject { ["regionSet"] = TrailedSet(form.Numbered("RegionName"), "regionName") };
        if (form["AllRegions"] is { } all)
            parameters["allRegions"] = all == "true";
        return parameters;
    }

    private string Status(QueryCall call, string region) => !AwsRegions.IsOptIn(region) ? "opt-in-not-required"
        : regions.IsEnabled(call.Caller.AccountId, region) ? "opted-in"
        : "not-opted-in";

    private static string Domain(string region) => AwsRegions.Partition(region) switch
    {
        "aws-cn" => "amazonaws.com.cn",
        "aws-eusc" => "amazonaws.eu",
        _ => "amazonaws.com",
    };

    private static string Value((string Name, string Endpoint, string Status) region, string filter) => filter switch
    {
        "region-name" => region.Name,
        "endpoint" => region.Endpoint,
        _ => region.Status,
    };

    private static XElement[] Item((string Name, string Endpoint, string Status) region) =>
    [
        Ec2Xml.Of("regionName", region.Name),
        Ec2Xml.Of("regionEndpoint", region.Endpoint),
        Ec2Xml.Of("optInStatus", region.Status),
    ];
}
