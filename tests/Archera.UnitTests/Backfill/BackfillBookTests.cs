using Archera.Contracts.Backfill;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Backfill;
using Archera.Grains.Refresh;

namespace Archera.UnitTests.Backfill;

public sealed class BackfillBookTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 6, 0, 0, TimeSpan.Zero);
    private static readonly DatePeriod Year = new(new DateOnly(2025, 10, 1), new DateOnly(2026, 10, 1));
    private static readonly PayerAccountKey Payer = PayerAccountKey.Parse("aws:111122223333");
    private static readonly TenantId Owner = TenantId.Parse("t-owner00000000000");

    [Fact]
    public void Is_remembered_however_many_refreshes_come_after_it()
    {
        var book = new RefreshBook().Begin(Asked());
        for (var number = 2; number < 2 + (2 * RefreshBook.MaxOperations); number++)
        {
            var refresh = Operation(number);
            book = book.Begin(new InFlightRefresh(number, false, Now), refresh).End(refresh, null);
        }

        book.OperationOf(Owner, new OperationId(Payer, 1)).ShouldBe(Asked().Operation);
        book.Operations.Length.ShouldBe(RefreshBook.MaxOperations);
    }

    [Fact]
    public void Widens_what_is_expected_at_once_and_what_refreshes_read_once_it_is_done()
    {
        var running = new RefreshBook().Begin(Asked());
        var done = running with { Backfill = running.Backfill!.End(Now) };

        (running.ExpectedFrom(Year.End), running.ReadFrom(Year.End)).ShouldBe((Year.Start, Year.End));
        (done.ExpectedFrom(Year.End), done.ReadFrom(Year.End)).ShouldBe((Year.Start, Year.Start));
        (new RefreshBook().ExpectedFrom(Year.End), new RefreshBook().ReadFrom(Year.End)).ShouldBe((Year.End, Year.End));
    }

    [Fact]
    public void Ends_unfinished_with_the_owner_that_asked_for_it()
    {
        var running = new RefreshBook().Begin(Asked());
        var done = running with { Backfill = running.Backfill!.End(Now) };

        running.HandedOverBy(Owner, Now).Backfill.ShouldBeNull();
        done.HandedOverBy(Owner, Now).Backfill.ShouldBe(done.Backfill);
    }

    [Fact]
    public void Has_each_days_budget_anew()
    {
        var (day, next) = (new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 26));
        var spent = Asked().OnDay(day);
        spent = spent with { Operation = spent.Operation with { AwsCostUsd = 9.99m } };

        (spent.SpentOn(day), spent.SpentOn(next)).ShouldBe((9.99m, 0m));
        spent.OnDay(next).SpentOn(next).ShouldBe(0m);
    }

    [Fact]
    public void Names_why_it_waits_and_for_how_long_on_the_days_that_are_not_there()
    {
        var waiting = Asked().Wait("budget", "It goes on tomorrow.", Now.AddDays(1));

        waiting.State.ShouldBe(BackfillState.Late);
        waiting.Awaited(Year).ShouldBe(new LateRead(Year, Now, "budget", "It goes on tomorrow.", Now.AddDays(1)));
        Asked().Awaited(Year).Reason.ShouldBe(LateReason.Pending);
        waiting.GoOn(missing: 7).ShouldBe(Asked() with { Operation = Asked().Operation with { Due = 7 } });
    }

    private static BackfillBook Asked() => new(
        Operation(1) with { Kind = OperationKind.Backfill },
        new BackfillPrice(Year, [], 0, 0, 0),
        Now);

    private static OperationView Operation(long number) =>
        new(new OperationId(Payer, number), OperationState.Running, 0, 0, 0, 0, 0, Now, null) { Tenant = Owner };
}
