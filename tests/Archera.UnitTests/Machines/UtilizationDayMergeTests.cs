using Archera.Aws.Datasets.Utilization;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Grains.Refresh;
using Archera.Grains.Reports;
using Archera.Grains.Utilization;

namespace Archera.UnitTests.Machines;

public sealed class UtilizationDayMergeTests
{
    private static readonly AccountKey Account = AccountKey.Parse("aws:111122223333/444455556666");
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_shown_until_now_is_kept_however_long_ago_it_was_read()
    {
        var record = Reads(new RevisionRetention(400, TimeSpan.FromDays(90)), 0, 100);

        UtilizationDayMerge.At(record, Start.AddDays(100))!.ReadAt.ShouldBe(Start);
        UtilizationDayMerge.At(record, null)!.ReadAt.ShouldBe(Start.AddDays(100));
    }

    [Fact]
    public void What_was_replaced_longer_ago_is_forgotten_by_name()
    {
        var record = Reads(new RevisionRetention(400, TimeSpan.FromDays(90)), 0, 1, 100);

        UtilizationDayMerge.At(record, Start.AddDays(100))!.ReadAt.ShouldBe(Start.AddDays(1));
        Should.Throw<ForgottenRevisionException>(() => UtilizationDayMerge.At(record, Start.AddDays(1)));
    }

    [Fact]
    public void No_more_revisions_are_kept_than_may_be()
    {
        var record = Reads(new RevisionRetention(2, TimeSpan.FromDays(400)), 0, 1, 2);

        record.Older.ShouldHaveSingleItem().ReadAt.ShouldBe(Start.AddDays(1));
        record.ForgottenBefore.ShouldBe(Start.AddDays(1));
    }

    private static UtilizationDayRecord Reads(RevisionRetention kept, params int[] days) => days
        .Select((day, at) => Read(Start.AddDays(day), at + 1))
        .Aggregate(new UtilizationDayRecord(), (record, read) => UtilizationDayMerge.Add(record, read, kept));

    private static UsageAggregate Read(DateTimeOffset at, long number) => AggregateParts.Whole(
        new PartitionKey(Account.Payer, DatasetName.Parse("Utilization"), Day, Account.Linked),
        new ReadStamp(1, number),
        at,
        estimated: false,
        UtilizationCodec.SchemaVersion,
        UtilizationCodec.Encode(new UtilizationDay(Day, at, [], [])));
}
