using Archera.Aws.Costs;
using Archera.Aws.Datasets.CostByServiceAndAccount;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Refresh;
using CsCheck;
using Microsoft.Extensions.Options;

namespace Archera.UnitTests.Grains;

public sealed class RefreshPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly FirstDay = new(2026, 2, 1);

    private static readonly CostByServiceAndAccountDataset Dataset = new(Options.Create(new CostReadOptions()));

    [Fact]
    public void Reads_every_day_that_is_missing_once_and_never_today() => Days.Sample(stored =>
    {
        var book = Stored(stored, Now);

        var planned = DaysOf(Plan(book)).ToArray();

        planned.ShouldBeUnique();
        planned.ShouldBe(Readable().Except(stored), ignoreOrder: true);
    });

    [Fact]
    public void Leaves_what_waits_for_its_next_try_unless_somebody_asked() => Days.Sample(late =>
    {
        var days = late.Distinct().ToArray();
        var book = days.Aggregate(
            Stored([.. Readable().Except(days)], Now),
            (current, day) => current.Failed(Dataset.Name, DatePeriod.OfDay(day), Throttled, Now));

        Plan(book).Steps.ShouldBeEmpty();
        DaysOf(Plan(book, everything: true)).ShouldBe(Readable(), ignoreOrder: true);
        Plan(book, now: Now.AddMinutes(5)).Partitions.ShouldBe(days.Length);
    });

    [Fact]
    public void Reads_a_late_day_again_however_old_it_is()
    {
        var old = DatePeriod.OfDay(new DateOnly(2026, 2, 3));
        var final = new RefreshBook().Stored(
            Dataset.Name, Readable().ToDictionary(day => day, _ => new DayCheckpoint(Now, false)));

        var book = final.Failed(Dataset.Name, old, Throttled, Now);

        Plan(book, now: Now.AddMinutes(5)).Steps.ShouldHaveSingleItem().Read.Days.ShouldBe(old);
        Plan(final, now: Now.AddMinutes(5)).Steps.ShouldBeEmpty();
    }

    [Fact]
    public void Goes_on_where_it_was_interrupted()
    {
        var book = Stored([.. new DatePeriod(FirstDay, new DateOnly(2026, 3, 1)).Days()], Now);

        var resumed = RefreshPlan.Make([Dataset], book, Now.AddMinutes(1), FirstDay, everything: true, readSince: Now);

        resumed.Steps.ShouldHaveSingleItem().Read.Days.ShouldBe(
            new DatePeriod(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 20)));
    }

    private static LateReason Throttled => new("throttled", "Words.");

    private static Gen<DateOnly[]> Days => Gen.Int[0, 46].Select(offset => FirstDay.AddDays(offset)).Array[0, 20];

    private static IEnumerable<DateOnly> Readable() => new DatePeriod(FirstDay, new DateOnly(2026, 3, 20)).Days();

    private static IEnumerable<DateOnly> DaysOf(RefreshPlan plan) =>
        plan.Steps.SelectMany(step => step.Read.Days.Days());

    private static RefreshBook Stored(DateOnly[] days, DateTimeOffset at) => new RefreshBook().Stored(
        Dataset.Name, days.Distinct().ToDictionary(day => day, _ => new DayCheckpoint(at, true)));

    private static RefreshPlan Plan(RefreshBook book, bool everything = false, DateTimeOffset? now = null) =>
        RefreshPlan.Make([Dataset], book, now ?? Now, FirstDay, everything);
}
