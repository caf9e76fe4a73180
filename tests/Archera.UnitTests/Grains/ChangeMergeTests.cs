using Archera.Contracts;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Tenants;

namespace Archera.UnitTests.Grains;

public sealed class ChangeMergeTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly DateTimeOffset Noon = new(2026, 3, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly Completeness Whole = new(Noon, 1, 1, 1, 1, []);

    [Fact]
    public void Adds_what_did_not_change_elsewhere_and_keeps_what_differs()
    {
        var changes = Merge(
            [Change("EC2", 100.10m, 105.2m, Noon, ChangeCauses.Credit), Change("S3", 1, 2), Change("RDS", 4, 4)],
            [Change("EC2", 50, 50), Change("S3", 2, 1, Noon)]);

        var row = changes.Rows.ShouldHaveSingleItem();
        (row.From, row.To, row.Difference).ShouldBe((150.10m, 155.2m, 5.10m));
        (row.ChangedAt, row.Causes).ShouldBe((Noon, ChangeCauses.Credit));
        changes.Totals.ShouldBe([new ChangedTotal(157.10m, 162.2m, "USD")]);
    }

    [Fact]
    public void Tells_what_was_not_there_from_what_was_zero_and_never_adds_currencies()
    {
        var changes = Merge(
            [Change("EC2", null, 0), Change("S3", 3, null), Change("EC2", null, 8) with { Currency = "EUR" }], []);

        changes.Rows.Select(row => (row.Keys[0], row.From, row.To, row.Currency)).ShouldBe(
            [("EC2", null, 8m, "EUR"), ("EC2", null, 0m, "USD"), ("S3", 3m, null, "USD")]);
        changes.Totals.Select(total => (total.From, total.To, total.Difference, total.Currency)).ShouldBe(
            [(null, 8m, 8m, "EUR"), (3m, 0m, -3m, "USD")]);
    }

    [Fact]
    public void Keeps_the_newest_time_and_every_cause()
    {
        var changes = Merge(
            [Change("EC2", 1, 2, Noon, ChangeCauses.Credit)],
            [Change("EC2", 1, 2, Noon.AddHours(1), ChangeCauses.Tax), Change("EC2", 1, 2)]);

        var row = changes.Rows.ShouldHaveSingleItem();
        (row.ChangedAt, row.Causes).ShouldBe((Noon.AddHours(1), ChangeCauses.Credit | ChangeCauses.Tax));
    }

    [Fact]
    public void Refuses_a_difference_that_would_be_rounded()
    {
        var merge = new ChangeMerge([CostDimension.Service]);
        merge.Add(Answer([Change("EC2", 0.0000000000000000000000000001m, 79228162514264337593543950335m)]));

        merge.ToChanges(Whole, []).Refusal!.Code.ShouldBe(RefusalCodes.InexactSum);
    }

    [Fact]
    public void A_day_counts_as_received_where_both_moments_have_it()
    {
        var dataset = DatasetName.Parse("CostByServiceAndAccount");
        var now = Answer([]) with { Expected = new DatePeriod(Day, Day.AddDays(4)), Days = Received(0, 1, 2, 3) };
        var then = now with { Expected = new DatePeriod(Day, Day.AddDays(2)), Days = Received(0) };

        var both = CompletenessMerge.OfBoth((then, true), (now, false), dataset);

        (both.DaysExpected, both.DaysReceived, both.AccountsReceived).ShouldBe((4, 3, 0));
        both.Late.ShouldHaveSingleItem().Reason.ShouldBe(CompletenessMerge.NotReadByThen);
        CompletenessMerge.OfBoth((then with { Days = Received(0, 1) }, true), (now, false), dataset)
            .IsComplete.ShouldBeTrue();
    }

    private static CostChanges Merge(params CostChange[][] answers)
    {
        var merge = new ChangeMerge([CostDimension.Service]);
        foreach (var rows in answers)
            merge.Add(Answer(rows));
        return merge.ToChanges(Whole, []).Value!;
    }

    private static CostChange Change(
        string service, decimal? from, decimal? to, DateTimeOffset? at = null, ChangeCauses causes = default) =>
        new(Day, [service], from, to, "USD", at, causes);

    private static AccountAnswer Answer(CostChange[] rows) =>
        new(PayerAccountKey.Parse("aws:111122223333"), default, [], [], [], null) { Changes = [.. rows] };

    private static System.Collections.Immutable.ImmutableArray<ReceivedDay> Received(params int[] days) =>
        [.. days.Select(day => new ReceivedDay(Day.AddDays(day), 1, Noon, false))];
}
