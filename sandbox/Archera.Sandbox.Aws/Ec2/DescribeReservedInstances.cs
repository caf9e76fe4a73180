using System.Text.Json.Nodes;
using System.Xml.Linq;
using Archera.Sandbox.Aws.Hosting;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Ec2;

/// <summary>
/// The reservations that the account itself bought in the region, in one answer: a payer does not see its members'.
/// </summary>
internal sealed class DescribeReservedInstances(AwsWorld world, SimulatedClock clock) : Ec2Operation
{
    private static readonly HashSet<string> Known =
        ["state", "instance-type", "scope", "product-description", "reserved-instances-id"];

    private static readonly AwsError NotFound =
        new(400, "InvalidReservedInstancesId", "The specified Reserved Instance does not exist.");

    public override string Name => "DescribeReservedInstances";

    protected override (IReadOnlyList<XElement>? Result, AwsError? Error) Answer(QueryCall call)
    {
        var (filters, error) = Ec2Filters.Read(call.Form, Known);
        if (error is not null)
            return (null, error);
        var ids = call.Form.Numbered("ReservedInstancesId");
        var owned = ReservedInstances.Of(world, call.Caller.AccountId, call.Region, clock.Today);
        if (ids.Exists(id => owned.All(each => each.Id != id)))
            return (null, NotFound);
        var told = owned
            .Where(each => ids.Count == 0 || ids.Contains(each.Id))
            .Where(each => (call.Form["OfferingClass"] ?? ReservedInstances.OfferingClass)
                == ReservedInstances.OfferingClass)
            .Where(each => (call.Form["OfferingType"] ?? each.OfferingType) == each.OfferingType)
            .Where(each => filters.All(filter => filter.Matches([Value(each, filter.Name)])));
        return ([Ec2Xml.Set("reservedInstancesSet", told.Select(Item))], null);
    }

    protected override JsonObject Trailed(QueryForm form) => new()
    {
        ["reservedInstancesSet"] = TrailedSet(form.Numbered("ReservedInstancesId"), "reservedInstancesId"),
        ["filterSet"] = TrailedFilters(form),
    };

    private static string Value(ReservedInstances reserved, string filter) => filter switch
    {
        "state" => reserved.State,
        "instance-type" => ReservedInstances.InstanceType,
        "scope" => ReservedInstances.Scope,
        "product-description" => ReservedInstances.ProductDescription,
        _ => reserved.Id,
    };

    private static XElement[] Item(ReservedInstances reserved) =>
    [
        Ec2Xml.Of("reservedInstancesId", reserved.Id),
        Ec2Xml.Of("instanceType", ReservedInstances.InstanceType),
        Ec2Xml.Time("start", reserved.Start),
        Ec2Xml.Time("end", reserved.End),
        Ec2Xml.Number("duration", ReservedInstances.Duration),
        Ec2Xml.Number("usagePrice", 0),
        Ec2Xml.Number("fixedPrice", reserved.FixedPrice),
        Ec2Xml.Number("instanceCount", ReservedInstances.InstanceCount),
        Ec2Xml.Of("productDescription", ReservedInstances.ProductDescription),
        Ec2Xml.Of("state", reserved.State),
        Ec2Xml.Of("instanceTenancy", "default"),
        Ec2Xml.Of("currencyCode", "USD"),
        Ec2Xml.Of("offeringClass", ReservedInstances.OfferingClass),
        Ec2Xml.Of("offeringType", reserved.OfferingType),
        Ec2Xml.Set("recurringCharges", reserved.HourlyPrice == 0 ? [] :
        [
            (XElement[])[Ec2Xml.Of("frequency", "Hourly"), Ec2Xml.Number("amount", reserved.HourlyPrice)],
        ]),
        Ec2Xml.Of("scope", ReservedInstances.Scope),
    ];
}
