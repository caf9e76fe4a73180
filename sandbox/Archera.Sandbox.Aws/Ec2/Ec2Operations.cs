using Archera.Sandbox.Aws.Hosting;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Regions;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Ec2;

internal static class Ec2Operations
{
    internal static IReadOnlyList<IQueryOperation> Create(
        AwsWorld world, AccountRegions regions, SimulatedClock clock) =>
    [
        new DescribeInstances(world.Machines, clock),
        new DescribeRegions(regions),
        new DescribeReservedInstances(world, clock),
    ];
}
