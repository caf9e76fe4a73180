using System.Xml.Linq;
using Archera.Sandbox.Aws.Machines;
using Microsoft.Extensions.Time.Testing;

namespace Archera.SandboxTests.Ec2;

/// <summary>EC2 as its own protocol speaks, signed by hand.</summary>
internal static class Ec2Calls
{
    internal static readonly XNamespace Space = "http://ec2.amazonaws.com/doc/2016-11-15/";

    /// <summary>A night in which office machines are stopped and batches run.</summary>
    internal static FakeTimeProvider Night() => new(new DateTimeOffset(2026, 11, 18, 2, 45, 0, TimeSpan.Zero));

    /// <summary>The real time, standing still: clients that sign by their own clock are let in.</summary>
    internal static FakeTimeProvider Now() => new(TimeProvider.System.GetUtcNow());

    /// <summary>Accounts of the tiny world with many machines.</summary>
    internal static Task<Sandbox> StartAsync(TimeProvider? time = null, int seed = 7, int perAccount = 140) =>
        Sandbox.StartAsync(options => options with
        {
            World = TinyWorld.Create(new MachineWorld(seed, perAccount)),
            TimeProvider = time ?? TimeProvider.System,
        });

    /// <summary>By the account's own administrator, who may everything.</summary>
    internal static Task<RawAnswer> Ec2Async(
        this Sandbox sandbox, string form, string account = TinyWorld.Payer, string? region = null,
        SigningKeys? keys = null)
    {
        var request = new SignedRequest(
            keys ?? SigningKeys.Of(sandbox.Aws.Users.Administrator(account)), "ec2", $"{form}&Version=2016-11-15")
        {
            Headers = { ["content-type"] = "application/x-www-form-urlencoded; charset=utf-8" },
            Region = region ?? "us-east-1",
            At = sandbox.Aws.Clock.Now - sandbox.Aws.Clock.Offset,
        };
        return sandbox.SendAsync(request);
    }

    internal static XElement Root(this RawAnswer answer)
    {
        answer.Status.ShouldBe(200, answer.Body);
        return XDocument.Parse(answer.Body).Root!;
    }

    internal static IReadOnlyList<XElement> Items(this XElement parent, string set) =>
        [.. parent.Element(Space + set)!.Elements(Space + "item")];

    internal static string? Text(this XElement parent, params string[] path) =>
        path.Aggregate((XElement?)parent, (element, name) => element?.Element(Space + name))?.Value;

    internal static IReadOnlyList<XElement> Instances(this RawAnswer answer) =>
        [.. answer.Root().Items("reservationSet").SelectMany(reservation => reservation.Items("instancesSet"))];

    /// <summary>A region in which the account has most of its machines.</summary>
    internal static string HomeOf(this Sandbox sandbox, string account = TinyWorld.Payer)
    {
        var now = sandbox.Aws.Clock.Now;
        return sandbox.Aws.World.Machines.Between(account, null, now, now.AddTicks(1))
            .GroupBy(machine => machine.Region).MaxBy(region => region.Count())!.Key;
    }
}
