using System.Globalization;
using Archera.Sandbox.Aws.Machines.Generated;
using Archera.Sandbox.Aws.Worlds.Generated;

namespace Archera.Sandbox.Aws.Machines;

/// <summary>A machine that was launched by hand and is up until something is done to it.</summary>
internal static class HandMade
{
    public static Machine Of(MachineChange launch, int seed)
    {
        var draw = Draw.From(seed).With(launch.Account).With(launch.InstanceId);
        return new Machine(
            new PlannedBiography(launch.At, null, AlwaysUp.Instance), MachineLook.Lingers(draw))
        {
            Account = launch.Account,
            Region = launch.Region,
            InstanceId = launch.InstanceId,
            ReservationId = "r-0" + draw.With("reservation").State.ToString("x16", CultureInfo.InvariantCulture),
            InstanceType = launch.InstanceType,
            AvailabilityZone = launch.Region + "a",
            ImageId = "ami-0" + draw.With("image").State.ToString("x16", CultureInfo.InvariantCulture),
        };
    }
}
