using System.Globalization;
using System.Xml.Linq;
using Archera.Sandbox.Aws.Worlds;
using Microsoft.Extensions.Time.Testing;

namespace Archera.SandboxTests.Ec2;

public sealed class DescribeReservedInstancesTests : IAsyncLifetime
{
    private const string Compute = "Amazon Elastic Compute Cloud - Compute";

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    private readonly AwsWorld _world =
        AwsWorld.Generate(new GeneratedWorldOptions { Payers = 6, LinkedPerPayer = 5, FirstDay = new(2024, 1, 1) });
    private Sandbox _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await Sandbox.StartAsync(
        options => options with { World = _world, TimeProvider = new FakeTimeProvider(Now) });

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Tells_each_reservation_to_its_owner_in_its_region_at_the_prices_of_the_bill()
    {
        var found = 0;
        foreach (var account in _world.Organizations.SelectMany(each => each.Accounts).Select(each => each.Id))
        {
            var told = new List<XElement>();
            foreach (var region in new[] { "us-east-1", "eu-west-1", "us-west-2", "eu-central-1" })
                told.AddRange(await ToldAsync(account, region));
            foreach (var reserved in told)
            {
                found++;
                Paid(reserved).ShouldBe(Charged(account, reserved), 0.01m);
            }

            told.Count(each => each.Text("state") == "active").ShouldBe(IsOwner(account) ? 1 : 0);
            told.Count(each => each.Text("state") == "retired").ShouldBe(IsOwner(account) ? 1 : 0);
        }

        found.ShouldBeGreaterThanOrEqualTo(6);
    }

    [Fact]
    public async Task Takes_its_ids_and_filters_and_no_id_of_another_account()
    {
        var owner = _world.Organizations.SelectMany(each => each.Accounts).Select(each => each.Id).First(IsOwner);
        var region = _sandbox.HomeOf(owner);
        var all = await ToldAsync(owner, region);
        var id = all.Single(each => each.Text("state") == "active").Text("reservedInstancesId");

        var one = await ToldAsync(owner, region, $"&ReservedInstancesId.1={id}");
        var retired = await ToldAsync(owner, region, "&Filter.1.Name=state&Filter.1.Value.1=retired");
        var convertible = await ToldAsync(owner, region, "&OfferingClass=convertible");
        var stranger = await _sandbox.Ec2Async(
            $"Action=DescribeReservedInstances&ReservedInstancesId.1={id}",
            _world.Organizations[^1].Accounts.Select(each => each.Id).Last(each => each != owner), region);

        one.Single().Text("state").ShouldBe("active");
        retired.Single().Text("reservedInstancesId").ShouldNotBe(id);
        convertible.ShouldBeEmpty();
        (stranger.Status, stranger.ErrorCode).ShouldBe((400, "InvalidReservedInstancesId"));
    }

    private async Task<IReadOnlyList<XElement>> ToldAsync(string account, string region, string more = "")
    {
        var answer = await _sandbox.Ec2Async("Action=DescribeReservedInstances" + more, account, region);
        return answer.Root().Items("reservedInstancesSet");
    }

    private bool IsOwner(string account) => _world.Find(account)!.Bill
        .Day(new DateOnly(2026, 11, 1))
        .Any(charge => charge is { Service: Compute, RecordType: RecordTypes.RIFee }
            && charge.LinkedAccount == account);

    /// <summary>The fees of the term as the bill has them, before any discount.</summary>
    private decimal Charged(string account, XElement reserved)
    {
        var (start, end) = Term(reserved);
        return Enumerable.Range(start.DayNumber, end.DayNumber - start.DayNumber + 1)
            .SelectMany(day => _world.Find(account)!.Bill.Day(DateOnly.FromDayNumber(day)))
            .Where(charge => charge.Service == Compute && charge.LinkedAccount == account
                && charge.RecordType is (RecordTypes.RIFee or RecordTypes.Fee))
            .Sum(charge => charge.UnblendedCost);
    }

    private static decimal Paid(XElement reserved)
    {
        var (start, end) = Term(reserved);
        var hourly = reserved.Items("recurringCharges").Sum(charge => Number(charge, "amount"));
        return Number(reserved, "instanceCount")
            * (Number(reserved, "fixedPrice") + (hourly * 24 * (end.DayNumber - start.DayNumber + 1)));
    }

    private static (DateOnly First, DateOnly Last) Term(XElement reserved)
    {
        return (Day("start"), Day("end"));

        DateOnly Day(string name) =>
            DateOnly.ParseExact(reserved.Text(name)![..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static decimal Number(XElement element, string name) =>
        decimal.Parse(element.Text(name)!, CultureInfo.InvariantCulture);
}
