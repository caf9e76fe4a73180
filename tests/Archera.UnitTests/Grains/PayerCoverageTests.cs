using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Tenants;
using CsCheck;

namespace Archera.UnitTests.Grains;

/// <summary>Whose word counts for a linked account that is connected alone and through payers, too.</summary>
public sealed class PayerCoverageTests
{
    private static readonly DatePeriod Asked = new(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 11));
    private static readonly DateOnly[] Days = [.. Asked.Days()];
    private static readonly PayerAccountKey Alone = PayerAccountKey.Parse("aws:444455556666");
    private static readonly DateTimeOffset NextTry = new(2026, 3, 11, 1, 0, 0, TimeSpan.Zero);

    private static readonly Gen<bool[]> SomeDays = Gen.Bool.Array[Asked.DayCount];

    /// <summary>What the bill of two payers holds of the account, by day, at most one of them; what was read.</summary>
    private static readonly Gen<(int[] PayerOf, bool[][] Read, bool[] AloneRead)> Worlds = Gen.Select(
        Gen.Int[-1, 1].Array[Asked.DayCount], SomeDays.Array[2], SomeDays);

    [Fact]
    public void Every_day_counts_once_and_none_that_was_read_is_left_out() => Worlds.Sample(world =>
    {
        AccountAnswer[] payers = [Payer(world, 0), Payer(world, 1)];
        var coverage = new PayerCoverage(payers);

        var alone = AnswerOf(Alone, DaysWhere(world.AloneRead)) with
        {
            Mode = ConnectionMode.SubAccount,
            Elsewhere = coverage.DaysOf(Alone),
        };

        for (var i = 0; i < Days.Length; i++)
        {
            var fromPayers = payers.Count(payer => payer.Billed.Any(billed => billed.Days.Contains(Days[i])));
            var fromAlone = alone.ExpectedDays().Contains(Days[i]) && world.AloneRead[i] ? 1 : 0;
            var isRead = world.AloneRead[i] || (world.PayerOf[i] >= 0 && world.Read[world.PayerOf[i]][i]);
            (fromPayers + fromAlone).ShouldBe(isRead ? 1 : 0);
        }
    });

    [Fact]
    public void What_is_expected_of_all_of_them_is_each_day_once_and_the_payers_own() => Worlds.Sample(world =>
    {
        var coverage = new PayerCoverage([Payer(world, 0), Payer(world, 1)]);
        var alone = AnswerOf(Alone, DaysWhere(world.AloneRead)) with { Elsewhere = coverage.DaysOf(Alone) };

        var completeness = CompletenessMerge.Of(alone, Rows.Partition.Dataset, isAsOf: false);

        completeness.DaysExpected.ShouldBe(Asked.DayCount - alone.Elsewhere.Count);
        completeness.AccountsExpected.ShouldBe(1);
        completeness.DaysReceived.ShouldBe(
            Days.Where((day, i) => world.AloneRead[i] && !alone.Elsewhere.Contains(day)).Count());
    });

    [Fact]
    public void Lateness_of_days_that_a_payer_holds_is_not_the_answers()
    {
        var late = new LateRead(Asked, NextTry, "access-denied", "The role was deleted.", null);
        var alone = AnswerOf(Alone, []) with { Late = [late], Elsewhere = [.. Days] };

        var whole = CompletenessMerge.Of(alone, Rows.Partition.Dataset, isAsOf: false);
        var part = CompletenessMerge.Of(
            alone with { Elsewhere = [.. Days[1..]] }, Rows.Partition.Dataset, isAsOf: false);

        (whole.IsComplete, whole.DaysExpected, whole.AccountsReceived).ShouldBe((true, 0, 1));
        part.Late.ShouldHaveSingleItem().Reason.ShouldBe("access-denied");
        alone.Lost().ShouldBeEmpty();
    }

    [Fact]
    public void A_payer_that_was_not_read_for_a_day_is_waited_for_by_name()
    {
        var payer = Holding(AnswerOf(Rows.Partition.PayerAccount, Days[..8]), Days[..3]) with
        {
            Late = [new LateRead(new DatePeriod(Days[8], Asked.End), NextTry, "throttled", "Wait.", NextTry)],
        };
        var coverage = new PayerCoverage([payer]);

        var awaited = coverage.AwaitedBy(Alone, null, Asked).ShouldHaveSingleItem();

        coverage.DaysOf(Alone).Order().ShouldBe(Days[..3]);
        (awaited.Days, awaited.Reason).ShouldBe((new DatePeriod(Days[8], Asked.End), CompletenessMerge.PayerLate));
        awaited.Detail.ShouldStartWith("aws:111122223333 is late for 2 days: ");
        awaited.NextTryAt.ShouldBe(NextTry);
        var answer = AnswerOf(Alone, Days) with { Elsewhere = coverage.DaysOf(Alone), Doubts = [awaited] };
        Reasons(answer).ShouldBe([CompletenessMerge.PayerLate]);
    }

    [Fact]
    public void A_silent_payer_is_waited_for_and_one_that_began_later_only_since_then()
    {
        var silent = AnswerOf(Rows.Partition.PayerAccount, []) with { Silence = "No answer." };
        var later = silent with { Expected = new DatePeriod(Days[4], Asked.End) };

        new PayerCoverage([silent]).AwaitedBy(Alone, null, Asked).ShouldHaveSingleItem().Days.ShouldBe(Asked);
        new PayerCoverage([later]).AwaitedBy(Alone, null, Asked).ShouldHaveSingleItem().Days.ShouldBe(later.Expected);
    }

    [Fact]
    public void Only_the_payer_that_pays_for_the_account_is_waited_for_where_that_is_known()
    {
        var silent = AnswerOf(Rows.Partition.PayerAccount, []) with { Silence = "No answer." };
        var coverage = new PayerCoverage([silent]);

        coverage.AwaitedBy(Alone, silent.Account.AccountId, Asked).ShouldHaveSingleItem();
        coverage.AwaitedBy(Alone, Alone.AccountId, Asked).ShouldBeEmpty();
    }

    [Fact]
    public void A_payer_that_is_on_another_payers_bill_counts_twice_and_says_so()
    {
        var payer = Holding(AnswerOf(Rows.Partition.PayerAccount, Days), Days[2..5]);
        var linked = AnswerOf(Alone, Days[3..]);
        var coverage = new PayerCoverage([payer, linked]);

        var marked = coverage.Mark(linked);

        Reasons(marked).ShouldBe(["billed-twice", "missing"]);
        marked.Doubts.ShouldHaveSingleItem().Days.ShouldBe(new DatePeriod(Days[3], Days[5]));
        coverage.Mark(payer).ShouldBeSameAs(payer);
    }

    [Fact]
    public void Another_partition_and_another_account_alone_have_nothing_to_say()
    {
        var china = Holding(AnswerOf(PayerAccountKey.Parse("aws-cn:111122223333"), Days[..5]), Days[..5]);
        var alone = Holding(AnswerOf(Rows.Partition.PayerAccount, Days[..5]), Days[..5]) with
        {
            Mode = ConnectionMode.SubAccount,
        };
        var coverage = new PayerCoverage([china, alone]);

        coverage.DaysOf(Alone).ShouldBeEmpty();
        coverage.AwaitedBy(Alone, null, Asked).ShouldBeEmpty();
    }

    private static IEnumerable<string> Reasons(AccountAnswer answer) =>
        CompletenessMerge.Of(answer, Rows.Partition.Dataset, isAsOf: false).Late.Select(late => late.Reason);

    private static AccountAnswer Payer((int[] PayerOf, bool[][] Read, bool[] AloneRead) world, int index) => Holding(
        AnswerOf(PayerAccountKey.Parse($"aws:11112222333{index}"), DaysWhere(world.Read[index])),
        [.. Days.Where((_, i) => world.PayerOf[i] == index && world.Read[index][i])]);

    private static DateOnly[] DaysWhere(bool[] isSo) => [.. Days.Where((_, i) => isSo[i])];

    private static AccountAnswer Holding(AccountAnswer payer, DateOnly[] days) =>
        payer with { Billed = [new BilledDays(Alone.AccountId, [.. days])] };

    private static AccountAnswer AnswerOf(PayerAccountKey account, DateOnly[] received) => new(
        account, Asked, [.. received.Select(day => new ReceivedDay(day, 1, NextTry, false))], [], [], null);
}
