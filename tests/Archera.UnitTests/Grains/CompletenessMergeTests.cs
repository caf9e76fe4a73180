using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Tenants;
using CsCheck;

namespace Archera.UnitTests.Grains;

public sealed class CompletenessMergeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly DatasetName Dataset = Rows.Partition.Dataset;
    private static readonly DatePeriod Expected = new(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 11));

    private static readonly Gen<AccountAnswer> Answers = Gen.Select(
        Gen.Int[100, 999], Gen.Int[0, 10], Gen.Bool, (account, received, silent) => Answer(received) with
        {
            Account = PayerAccountKey.Parse($"aws:111122223{account}"),
            Silence = silent ? "No answer." : null,
        });

    [Fact]
    public void Of_parts_adds_up_to_the_whole() =>
        Gen.Select(Answers.Array[0, 6], Answers.Array[0, 6]).Sample((left, right) =>
        {
            var whole = Merge([.. left, .. right]);

            var parts = CompletenessMerge.Sum([Merge(left), Merge(right)]);

            parts.Late.ShouldBe(whole.Late);
            (parts with { Late = [] }).ShouldBe(whole with { Late = [] });
            AccountAnswer[] all = [.. left, .. right];
            whole.AccountsExpected.ShouldBe(all.Length);
            whole.DaysExpected.ShouldBe(all.Length * Expected.DayCount);
            whole.DaysReceived.ShouldBe(all.Sum(answer => answer.Days.Length));
        });

    [Fact]
    public void Is_complete_only_when_every_expected_day_is_there() => Answers.Array[1, 6].Sample(answers =>
        Merge(answers).IsComplete.ShouldBe(
            answers.All(answer => answer.Silence is null && answer.Days.Length == Expected.DayCount)));

    [Fact]
    public void Names_an_account_that_turned_late_though_its_days_are_there()
    {
        var late = new LateRead(Expected, Now, "access-denied", "The role was deleted.", Now.AddHours(1));

        var completeness = Merge([Answer(10) with { Late = [late] }]);

        completeness.DaysReceived.ShouldBe(10);
        completeness.IsComplete.ShouldBeFalse();
        completeness.Late.ShouldHaveSingleItem().Reason.ShouldBe("access-denied");
    }

    [Fact]
    public void Does_not_call_pending_what_the_report_has()
    {
        var pending = new LateRead(Expected, Now, "pending", "Not read yet.", Now);

        Merge([Answer(10) with { Late = [pending] }]).IsComplete.ShouldBeTrue();
        Merge([Answer(9) with { Late = [pending] }]).Late.ShouldHaveSingleItem().Reason.ShouldBe("pending");
    }

    [Fact]
    public void Names_damaged_days_and_days_that_were_not_read_by_then()
    {
        var damaged = Answer(9) with { Unreadable = [new UnreadableDay(Expected.End.AddDays(-1), "damaged", "words")] };

        Merge([damaged]).Late.ShouldHaveSingleItem().Reason.ShouldBe("damaged");
        CompletenessMerge.Merge([Answer(3)], Dataset, isAsOf: true).Late.ShouldHaveSingleItem()
            .Reason.ShouldBe(CompletenessMerge.NotReadByThen);
    }

    [Theory]
    [InlineData(9, "1 day had not been read by then.")]
    [InlineData(3, "7 days had not been read by then.")]
    public void Names_what_was_not_read_by_then_late_since_it_was_expected(int received, string detail)
    {
        var late = CompletenessMerge.Merge([Answer(received)], Dataset, isAsOf: true).Late.ShouldHaveSingleItem();

        late.Since.ShouldBe(new DateTimeOffset(2026, 3, received + 2, 0, 0, 0, TimeSpan.Zero));
        late.Detail.ShouldBe(detail);
    }

    private static AccountAnswer Answer(int received) => new(
        Rows.Partition.PayerAccount,
        Expected,
        [.. Expected.Days().Take(received).Select(day => new ReceivedDay(day, 1, Now, false))],
        [],
        [],
        null);

    private static Completeness Merge(IEnumerable<AccountAnswer> answers) =>
        CompletenessMerge.Merge(answers, Dataset, isAsOf: false);
}
