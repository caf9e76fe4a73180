using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Ec2;

/// <summary>
/// One term of a reservation of EC2 as it was bought: as many instances of one type as cost together what the bill
/// says.
/// </summary>
/// <param name="FixedPrice">Upfront, for each instance.</param>
/// <param name="HourlyPrice">Recurring, for each instance.</param>
internal sealed record ReservedInstances(
    string Id, DateTimeOffset Start, DateTimeOffset End, string State, string OfferingType, decimal FixedPrice,
    decimal HourlyPrice)
{
    internal const int InstanceCount = 10;
    internal const string InstanceType = "r5.4xlarge";
    internal const string OfferingClass = "standard";
    internal const string ProductDescription = "Linux/UNIX";
    internal const string Scope = "Region";

    /// <summary>What AWS calls one year.</summary>
    internal const int Duration = 31_536_000;

    private const string Compute = "Amazon Elastic Compute Cloud - Compute";

    /// <summary>AWS goes on to list a reservation for about a year after its end.</summary>
    private const int ListedDays = 365;

    internal static IReadOnlyList<ReservedInstances> Of(AwsWorld world, string account, string region, DateOnly today)
    {
        if (world.Machines.HomeRegion(account) != region || world.Find(account) is not { } organization)
            return [];
        return
        [
            .. organization.Bill.Purchases(today.AddDays(-ListedDays), today.AddDays(1))
                .Where(bought => !bought.IsSavingsPlan && bought.Service == Compute && bought.Owner == account)
                .Select(bought => Of(bought, today)),
        ];
    }

    private static ReservedInstances Of(CommitmentPurchase bought, DateOnly today) => new(
        bought.Id,
        Midnight(bought.Start),
        Midnight(bought.End).AddSeconds(-1),
        today < bought.End ? "active" : "retired",
        bought.PaymentOption,
        bought.Upfront / InstanceCount,
        decimal.Round(bought.Recurring / InstanceCount / (24 * bought.Days), 10));

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
