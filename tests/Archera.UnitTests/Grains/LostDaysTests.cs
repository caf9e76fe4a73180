using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Refresh;
using Archera.Grains.Tenants;

namespace Archera.UnitTests.Grains;

/// <summary>Which days are read again because what was stored of them can't be shown.</summary>
public sealed class LostDaysTests
{
    private static readonly DatePeriod Days = new(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 5));

    private static AccountAnswer Whole => new(
        Rows.Partition.PayerAccount,
        Days,
        [.. Days.Days().Select(day => new ReceivedDay(day, 1, Rows.Start, false))],
        [],
        [],
        null);

    private static AccountAnswer OneMissing => Whole with { Days = Whole.Days.RemoveAt(1) };

    [Fact]
    public void Are_those_that_are_damaged_or_missing()
    {
        Whole.Lost().ShouldBeEmpty();
        OneMissing.Lost().ShouldBe([new DateOnly(2026, 3, 2)]);
        (OneMissing with { Unreadable = [Unreadable("damaged")] }).Lost().ShouldBe([new DateOnly(2026, 3, 2)]);
    }

    [Fact]
    public void Are_none_where_reading_again_would_not_help_or_is_coming_anyway()
    {
        var late = new LateRead(DatePeriod.OfDay(new DateOnly(2026, 3, 2)), Rows.Start, "pending", "", null);

        (OneMissing with { Unreadable = [Unreadable("unknown-version")] }).Lost().ShouldBeEmpty();
        (OneMissing with { Late = [late] }).Lost().ShouldBeEmpty();
        (OneMissing with { Silence = "No answer." }).Lost().ShouldBeEmpty();
        (OneMissing with { IsInexact = true }).Lost().ShouldBeEmpty();
    }

    [Fact]
    public void Lose_their_checkpoints_once_and_are_late_until_they_are_stored()
    {
        var dataset = Rows.Partition.Dataset;
        var read = new DayCheckpoint(Rows.Start, false);
        var stored = new RefreshBook().Stored(dataset, Days.Days().ToDictionary(day => day, _ => read));
        DateOnly[] lost = [new(2026, 3, 2), new(2026, 3, 3), new(2026, 3, 9)];

        var book = stored.Lost(dataset, lost, Rows.Start);

        book.DaysOf(dataset).Keys.ShouldBe([new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 4)]);
        book.Late.ShouldHaveSingleItem().Read.Days.ShouldBe(new DatePeriod(lost[0], lost[1].AddDays(1)));
        book.Lost(dataset, lost, Rows.Start).ShouldBeSameAs(book);
        book.Stored(dataset, lost.ToDictionary(day => day, _ => read)).Late.ShouldBeEmpty();
    }

    private static UnreadableDay Unreadable(string reason) => new(new DateOnly(2026, 3, 2), reason, "words");
}
