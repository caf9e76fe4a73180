using Archera.Aws.Datasets.Machines;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Grains.Refresh;
using Archera.Grains.Reports;
using Archera.Grains.Utilization;

namespace Archera.UnitTests.Machines;

public sealed class MachineDayMergeTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
    private static readonly RevisionRetention Kept = new(400, TimeSpan.FromDays(400));
    private static readonly AccountKey Account = AccountKey.Parse("aws:111122223333/444455556666");

    [Fact]
    public void Keeps_what_was_shown_at_the_end_of_each_day()
    {
        var record = Looks(Kept, 1, 5, 23, 25, 49);

        record.Older.Select(older => older.ReadAt).ShouldBe([At(25), At(23)]);
        MachineDayMerge.At(record, null)!.ReadAt.ShouldBe(At(49));
        MachineDayMerge.At(record, At(24))!.ReadAt.ShouldBe(At(23));
        MachineDayMerge.At(record, At(48))!.ReadAt.ShouldBe(At(25));
        MachineDayMerge.At(record, At(72))!.ReadAt.ShouldBe(At(49));
        MachineDayMerge.At(record, At(0)).ShouldBeNull();
    }

    [Fact]
    public void Says_of_what_it_forgot_that_it_forgot_it()
    {
        var record = Looks(Kept with { Revisions = 2 }, 23, 25, 49, 73);

        MachineDayMerge.At(record, At(72))!.ReadAt.ShouldBe(At(49));
        Should.Throw<ForgottenRevisionException>(() => MachineDayMerge.At(record, At(24)));
        Should.Throw<ForgottenRevisionException>(() => MachineDayMerge.At(record, At(48)));
    }

    [Fact]
    public void Forgets_what_is_older_than_it_keeps()
    {
        var record = Looks(Kept with { For = TimeSpan.FromHours(30) }, 23, 25, 49, 73);

        record.Older.Select(older => older.ReadAt).ShouldBe([At(49), At(25)]);
        record.ForgottenBefore.ShouldBe(At(25));
    }

    [Fact]
    public void Adds_no_look_twice()
    {
        var record = Looks(Kept, 1, 25);

        MachineDayMerge.Add(record, Look(25, 2), At(25), Kept).ShouldBeSameAs(record);
    }

    [Fact]
    public void A_day_is_whole_once_it_was_looked_at_to_its_end()
    {
        var looked = new ReceivedDay(Day, 1, At(23.9), false);

        MachineRows.Whole([looked]).ShouldBeEmpty();
        MachineRows.Whole([looked with { ReadAt = At(24) }]).Length.ShouldBe(1);
    }

    [Fact]
    public void Days_of_a_machine_add_up_to_its_period()
    {
        var random = new Random(7);
        MachineDayRow[] days =
        [
            .. Enumerable.Range(0, 200).Select(_ => Row(
                Day.AddDays(random.Next(30)), $"i-{random.Next(5)}", TimeSpan.FromMinutes(random.Next(600)))),
        ];

        var daily = MachineRows.Of(Account, days, MachineGranularity.Daily).ToArray();
        var whole = MachineRows.Of(Account, days, MachineGranularity.Period).ToArray();

        whole.Select(row => row.Newest.InstanceId).ShouldBeUnique();
        whole.ShouldAllBe(row => row.Up == Sum(daily, row, day => day.Up)
            && row.AtMost == Sum(daily, row, day => day.AtMost)
            && row.Newest.Day == daily.Where(day => Same(day, row)).Max(day => day.Day));
    }

    private static bool Same(MachineRow one, MachineRow other) =>
        one.Newest.InstanceId == other.Newest.InstanceId;

    private static TimeSpan Sum(MachineRow[] daily, MachineRow of, Func<MachineRow, TimeSpan> time) =>
        new(daily.Where(day => Same(day, of)).Sum(day => time(day).Ticks));

    private static MachineDayRow Row(DateOnly day, string id, TimeSpan up) => new(
        day,
        AwsRegion.Parse("eu-central-1"),
        id,
        "t3.micro",
        null,
        null,
        null,
        "on-demand",
        "running",
        Start,
        up,
        up + TimeSpan.FromMinutes(1));

    private static MachineDayRecord Looks(RevisionRetention kept, params double[] hours) => hours
        .Select((hour, at) => Look(hour, at + 1))
        .Aggregate(new MachineDayRecord(), (record, look) => MachineDayMerge.Add(record, look, look.ReadAt, kept));

    private static UsageAggregate Look(double hour, long number) => AggregateParts.Whole(
        new PartitionKey(Account.Payer, DatasetName.Parse("Machines"), Day, Account.Linked),
        new ReadStamp(1, number),
        At(hour),
        estimated: false,
        MachineCodec.SchemaVersion,
        MachineCodec.Encode(new MachineDay(Day, [], [])));

    private static DateTimeOffset At(double hours) => Start.AddHours(hours);
}
