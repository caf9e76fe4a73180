using System.Collections.Immutable;
using Archera.Aws.Costs;
using Archera.Aws.Datasets.CostByServiceAndAccount;
using Archera.Contracts.Accounts;
using Archera.Contracts.Backfill;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Backfill;
using Archera.Grains.Refresh;
using Microsoft.Extensions.Options;

namespace Archera.UnitTests.Grains;

public sealed class DatasetProgressTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset ReadAt = Now.AddHours(-30);
    private static readonly DatePeriod History = new(new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 20));

    private static readonly CostByServiceAndAccountDataset Dataset = new(Options.Create(new CostReadOptions()));

    [Fact]
    public void Is_as_of_nothing_before_the_first_read() =>
        Progress(new RefreshBook().Failed(Dataset.Name, History, Refused, Now)).Status().AsOf.ShouldBeNull();

    [Fact]
    public void Stays_as_of_the_last_read_when_all_days_turn_late() =>
        Progress(Read().Failed(Dataset.Name, History, Refused, Now)).Status().AsOf.ShouldBe(ReadAt);

    [Fact]
    public void Is_as_of_the_oldest_read_though_that_day_is_late()
    {
        var newer = History.Days().Skip(1).ToDictionary(day => day, _ => new DayCheckpoint(Now, true));
        var oldest = DatePeriod.OfDay(History.Start);

        Progress(Read().Stored(Dataset.Name, newer).Failed(Dataset.Name, oldest, Refused, Now))
            .Status().AsOf.ShouldBe(ReadAt);
    }

    [Fact]
    public void Is_as_of_the_newest_read_when_nothing_that_is_re_read_was_ever_read() =>
        Progress(Read(), Now.AddDays(100)).Status().AsOf.ShouldBe(ReadAt);

    [Fact]
    public void Names_what_is_not_read_yet_in_the_same_words_whenever_it_is_asked()
    {
        var book = new RefreshBook();

        LateOf(Progress(book, Now.AddMinutes(1))).ShouldBe(LateOf(Progress(book)));
    }

    [Fact]
    public void Tells_days_that_a_back_fill_has_not_come_to_from_those_that_a_refresh_has_not()
    {
        var first = DatePeriod.OfDay(History.Start);
        var operation = new OperationView(
            new OperationId(Rows.Partition.PayerAccount, 1), OperationState.Running, 1, 0, 0, 0, 0, Now, null);
        var book = new RefreshBook().Begin(
            new BackfillBook(operation, new BackfillPrice(first, [], 0, 0, 0), Now).Wait("budget", "Words.", Now));

        LateOf(Progress(book)).Select(late => (late.Days, late.Reason)).ShouldBe(
            [(first, "budget"), (History with { Start = first.End }, LateReason.Pending)]);
    }

    private static ImmutableArray<LateRead> LateOf(DatasetProgress progress) =>
        progress.Read(History, ConnectionMode.Payer).Late;

    private static LateReason Refused => new("access-denied", "Words.");

    private static RefreshBook Read() => new RefreshBook().Stored(
        Dataset.Name, History.Days().ToDictionary(day => day, _ => new DayCheckpoint(ReadAt, true)));

    private static DatasetProgress Progress(RefreshBook book, DateTimeOffset? now = null) =>
        new(Dataset, book, History.Start, Now.AddDays(-5), now ?? Now);
}
