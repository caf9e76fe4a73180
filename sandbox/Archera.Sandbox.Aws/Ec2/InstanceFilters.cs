using System.Globalization;
using Archera.Sandbox.Aws.Machines;

namespace Archera.Sandbox.Aws.Ec2;

/// <summary>What DescribeInstances can be filtered by here, and a machine's values for it.</summary>
internal static class InstanceFilters
{
    internal static readonly IReadOnlySet<string> Known = new HashSet<string>(StringComparer.Ordinal)
    {
        "instance-state-name", "instance-state-code", "instance-id", "instance-type", "instance-lifecycle",
        "availability-zone", "image-id", "owner-id", "platform", "reservation-id", "tag", "tag-key",
    };

    internal static bool Pass(IReadOnlyList<Ec2Filter> filters, Machine machine, MachineMoment moment) =>
        filters.All(filter => filter.Matches(Values(filter, machine, moment)));

    private static IEnumerable<string> Values(Ec2Filter filter, Machine machine, MachineMoment moment) =>
        filter.Kind switch
        {
            "instance-state-name" => [InstanceXml.StateName(moment.State)],
            "instance-state-code" => [((int)moment.State).ToString(CultureInfo.InvariantCulture)],
            "instance-id" => [machine.InstanceId],
            "instance-type" => [machine.InstanceType],
            "instance-lifecycle" => machine.IsSpot ? ["spot"] : [],
            "availability-zone" => [machine.AvailabilityZone],
            "image-id" => [machine.ImageId],
            "owner-id" => [machine.Account],
            "platform" => machine.IsWindows ? ["windows"] : [],
            "reservation-id" => [machine.ReservationId],
            "tag" => machine.Tags.Where(tag => tag.Key == filter.TagKey).Select(tag => tag.Value),
            "tag-key" => machine.Tags.Select(tag => tag.Key),
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter.Name, "Not a known filter."),
        };
}
