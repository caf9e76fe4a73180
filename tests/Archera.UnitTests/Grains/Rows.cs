using Archera.Aws.Costs;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Grains.Refresh;
using Archera.Grains.Reports;
using CsCheck;

namespace Archera.UnitTests.Grains;

/// <summary>Made-up days of costs: few keys, so that days differ in rows that come, change and go.</summary>
internal static class Rows
{
    public static readonly PartitionKey Partition = new(
        PayerAccountKey.Parse("aws:111122223333"),
        DatasetName.Parse("CostByServiceAndAccount"),
        new DateOnly(2026, 3, 4));

    public static readonly RevisionRetention Kept = RevisionRetention.Of(new ReportOptions());

    public static readonly DateTimeOffset Start = new(2026, 3, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A scale of its own for every amount: 1.0 and 1.00 are different figures.</summary>
    private static readonly Gen<decimal> Amount =
        Gen.Select(Gen.Int[-3, 3], Gen.Int[0, 3], (units, scale) => units * new decimal(1, 0, 0, false, (byte)scale));

    private static readonly Gen<CostTableRow> Row = Gen.Select(
        Gen.Int[0, 3], Gen.Int[0, 1], Amount, (service, account, amount) => new CostTableRow(
            $"Service {service}", $"11112222333{account}", amount, amount, amount, amount, "USD"));

    public static readonly Gen<byte[]> Content = Row.Array[0, 8].Select(
        rows => CostTableCodec.Encode([.. rows.DistinctBy(row => (row.Key1, row.Key2))]));

    public static UsageAggregate Read(long number, byte[] content, bool estimated = false) =>
        AggregateParts.Whole(
            Partition, new ReadStamp(1, number), At(number), estimated, CostTableCodec.SchemaVersion, content);

    public static DateTimeOffset At(long number) => Start.AddHours(number);

    public static byte[] Costing(int amount) =>
        CostTableCodec.Encode([new CostTableRow("Service", "111122223333", amount, amount, amount, amount, "USD")]);
}
