using System.Globalization;
using System.Xml.Linq;
using Archera.Sandbox.Aws.Iam;
using Archera.Sandbox.Aws.Machines;

namespace Archera.Sandbox.Aws.Ec2;

/// <summary>A machine as EC2 tells of it at one instant.</summary>
internal static class InstanceXml
{
    internal static IEnumerable<XElement?> Reservation(IReadOnlyList<Machine> machines, DateTimeOffset now) =>
    [
        Ec2Xml.Of("reservationId", machines[0].ReservationId),
        Ec2Xml.Of("ownerId", machines[0].Account),
        Ec2Xml.Of("groupSet"),
        Ec2Xml.Set("instancesSet", machines.Select(machine => Instance(machine, machine.At(now)))),
    ];

    /// <summary>For example <c>shutting-down</c>.</summary>
    internal static string StateName(MachineState state) =>
        state == MachineState.ShuttingDown ? "shutting-down" : state.ToString().ToLowerInvariant();

    private static IEnumerable<XElement?> Instance(Machine machine, MachineMoment moment) =>
    [
        Ec2Xml.Of("instanceId", machine.InstanceId),
        Ec2Xml.Of("imageId", machine.ImageId),
        Ec2Xml.Of(
            "instanceState",
            Ec2Xml.Number("code", (int)moment.State),
            Ec2Xml.Of("name", StateName(moment.State))),
        .. Network(machine, moment),
        Ec2Xml.Of("reason", moment.TransitionReason),
        Ec2Xml.Of("amiLaunchIndex", "0"),
        Ec2Xml.Of("productCodes"),
        Ec2Xml.Of("instanceType", machine.InstanceType),
        Ec2Xml.Time("launchTime", moment.LaunchTime),
        Ec2Xml.Of(
            "placement",
            Ec2Xml.Of("availabilityZone", machine.AvailabilityZone),
            Ec2Xml.Of("groupName"),
            Ec2Xml.Of("tenancy", "default")),
        machine.IsWindows ? Ec2Xml.Of("platform", "windows") : null,
        Ec2Xml.Of("monitoring", Ec2Xml.Of("state", machine.DetailedMonitoring ? "enabled" : "disabled")),
        moment.Reason is var (code, message)
            ? Ec2Xml.Of("stateReason", Ec2Xml.Of("code", code), Ec2Xml.Of("message", message))
            : null,
        Ec2Xml.Of("architecture", IsArm(machine.InstanceType) ? "arm64" : "x86_64"),
        Ec2Xml.Of("rootDeviceType", "ebs"),
        Ec2Xml.Of("rootDeviceName", machine.IsWindows ? "/dev/sda1" : "/dev/xvda"),
        Volumes(machine, moment),
        Groups(machine, moment),
        Ec2Xml.Of("networkInterfaceSet"),
        Ec2Xml.Of("virtualizationType", "hvm"),
        machine.IsSpot ? Ec2Xml.Of("instanceLifecycle", "spot") : null,
        machine.IsSpot ? Ec2Xml.Of("spotInstanceRequestId", "sir-" + machine.InstanceId[^8..]) : null,
        Ec2Xml.Of("clientToken", Stable(machine, "token", 20)),
        machine.Tags.Count == 0 ? null : Ec2Xml.Set("tagSet", machine.Tags.Select(
            tag => (XElement[])[Ec2Xml.Of("key", tag.Key), Ec2Xml.Of("value", tag.Value)])),
        Ec2Xml.Of("hypervisor", "xen"),
        Ec2Xml.Of("ebsOptimized", "true"),
        Ec2Xml.Of("enaSupport", "true"),
        Ec2Xml.Of("platformDetails", machine.IsWindows ? "Windows" : "Linux/UNIX"),
        Ec2Xml.Of("usageOperation", machine.IsWindows ? "RunInstances:0002" : "RunInstances"),
        Ec2Xml.Time("usageOperationUpdateTime", machine.Launched),
    ];

    /// <summary>A terminated machine has neither address nor network any more.</summary>
    private static IEnumerable<XElement> Network(Machine machine, MachineMoment moment)
    {
        if (moment.State == MachineState.Terminated)
            return [Ec2Xml.Of("privateDnsName"), Ec2Xml.Of("dnsName")];
        var address = Address(machine);
        var domain = machine.Region == "us-east-1" ? "ec2.internal" : machine.Region + ".compute.internal";
        return
        [
            Ec2Xml.Of("privateDnsName", $"ip-{address.Replace('.', '-')}.{domain}"),
            Ec2Xml.Of("dnsName"),
            Ec2Xml.Of("privateIpAddress", address),
            Ec2Xml.Of("subnetId", "subnet-0" + Hex(machine.AvailabilityZone + machine.Account)),
            Ec2Xml.Of("vpcId", "vpc-0" + Hex(machine.Region + machine.Account)),
            Ec2Xml.Of("sourceDestCheck", "true"),
        ];
    }

    /// <summary>The root volume alone; it goes with its machine.</summary>
    private static XElement Volumes(Machine machine, MachineMoment moment) => Ec2Xml.Set(
        "blockDeviceMapping",
        moment.State == MachineState.Terminated ? [] :
        [
            (XElement[])
            [
                Ec2Xml.Of("deviceName", machine.IsWindows ? "/dev/sda1" : "/dev/xvda"),
                Ec2Xml.Of(
                    "ebs",
                    Ec2Xml.Of("volumeId", "vol-0" + Hex(machine.InstanceId)),
                    Ec2Xml.Of("status", "attached"),
                    Ec2Xml.Time("attachTime", machine.Launched),
                    Ec2Xml.Of("deleteOnTermination", "true")),
            ],
        ]);

    private static XElement Groups(Machine machine, MachineMoment moment) => Ec2Xml.Set(
        "groupSet",
        moment.State == MachineState.Terminated ? [] :
        [
            (XElement[])
            [
                Ec2Xml.Of("groupId", "sg-0" + Hex("group" + machine.Region + machine.Account)),
                Ec2Xml.Of("groupName", "default"),
            ],
        ]);

    /// <summary>Not unique: private addresses are not.</summary>
    private static string Address(Machine machine)
    {
        var number = uint.Parse(machine.InstanceId.AsSpan(^8), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture, $"10.{number & 0x7F}.{(number >> 8) & 0xFF}.{4 + ((number >> 16) & 0x7F)}");
    }

    private static bool IsArm(string type) => type.Split('.')[0].EndsWith('g');

    private static string Stable(Machine machine, string purpose, int length) =>
        UniqueId.Stable(0, machine.InstanceId + purpose, length);

    private static string Hex(string name) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(name)))[..16];
}
