using System.Text.Json.Nodes;
using System.Xml.Linq;
using Archera.Sandbox.Aws.Hosting;
using Archera.Sandbox.Aws.Machines;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Throttling;

namespace Archera.Sandbox.Aws.Ec2;

/// <summary>The machines of the caller's account in the region that is called, in another order each time.</summary>
internal sealed class DescribeInstances(MachineWorld machines, SimulatedClock clock) : Ec2Operation
{
    public override string Name => "DescribeInstances";

    /// <summary>Who asks for everything at once draws from a smaller bucket.</summary>
    public override RequestBucket BucketOf(QueryForm form) =>
        form["MaxResults"] is null && form["NextToken"] is null && form["Filter.1.Name"] is null
        && form["InstanceId.1"] is null
            ? new RequestBucket(Name + ":Unfiltered", ServiceQuota.Ec2Unfiltered)
            : base.BucketOf(form);

    protected override (IReadOnlyList<XElement>? Result, AwsError? Error) Answer(QueryCall call)
    {
        var (query, error) = InstanceQuery.Read(call);
        if (query is null)
            return (null, error);
        var now = clock.Now;
        var page = query.Page ?? InstancePage.First(call.Caller.AccountId, call.Region, now);
        var listed = machines.Listed(page.Account, page.Region, page.Since);
        var missing = query.InstanceIds.Except(listed.Select(machine => machine.InstanceId)).ToList();
        if (missing.Count > 0)
            return (null, Ec2Errors.NotFound(missing));

        var left = listed
            .Where(machine => query.InstanceIds.Count == 0 || query.InstanceIds.Contains(machine.InstanceId))
            .Where(machine => InstanceFilters.Pass(query.Filters, machine, machine.At(now)))
            .Select(machine => (Machine: machine, Place: page.PlaceOf(machine)))
            .Where(each => string.CompareOrdinal(each.Place, page.After) > 0)
            .OrderBy(each => each.Place, StringComparer.Ordinal)
            .ToList();
        var told = left.Take(query.MaxResults).ToList();
        var token = call.RepeatToken && query.Page is not null ? page.Token
            : told.Count < left.Count ? (page with { After = told[^1].Place }).Token
            : null;
        return (Render([.. told.Select(each => each.Machine)], token, now), null);
    }

    protected override JsonObject Trailed(QueryForm form)
    {
        var parameters = new JsonObject
        {
            ["instancesSet"] = TrailedSet(form.Numbered("InstanceId"), "instanceId"),
            ["filterSet"] = TrailedFilters(form),
        };
        if (form["MaxResults"] is { } max)
            parameters["maxResults"] = max;
        if (form["NextToken"] is { } token)
            parameters["nextToken"] = token;
        return parameters;
    }

    /// <summary>A launch whose machines are on two pages is told on both.</summary>
    private static List<XElement> Render(IReadOnlyList<Machine> told, string? token, DateTimeOffset now)
    {
        var reservations = told
            .GroupBy(machine => machine.ReservationId, StringComparer.Ordinal)
            .Select(launch => InstanceXml.Reservation([.. launch], now));
        var result = new List<XElement> { Ec2Xml.Set("reservationSet", reservations) };
        if (token is not null)
            result.Add(Ec2Xml.Of("nextToken", token));
        return result;
    }
}
