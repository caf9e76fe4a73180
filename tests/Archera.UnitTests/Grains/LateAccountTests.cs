using Archera.Aws.Costs;
using Archera.Aws.Datasets.CostByServiceAndAccount;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Reconciliation;
using Archera.Grains.Refresh;
using Archera.Grains.Tenants;
using Archera.Grains.Utilization;
using CsCheck;
using Microsoft.Extensions.Options;

namespace Archera.UnitTests.Grains;

/// <summary>
/// Of every report's merge: whatever its accounts are, one that is late, in whichever way, never lets the total look
/// whole, and is named in it.
/// </summary>
public sealed class LateAccountTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly DatasetName Dataset = DatasetName.Parse("CostByServiceAndAccount");
    private static readonly DatePeriod Expected = new(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 11));
    private static readonly CostByServiceAndAccountDataset Costs = new(Options.Create(new CostReadOptions()));
    private static readonly PayerAccountKey Payer = PayerAccountKey.Parse("aws:111122223333");
    private static readonly AwsAccountId Linked = AwsAccountId.Parse("444455556666");

    /// <summary>Every way of an answer's to be late.</summary>
    private static readonly Gen<AccountAnswer> LateAnswers = Gen.Select(
        Gen.Int[0, 7], Gen.Int[0, 9], Gen.Const(0), (way, day, _) => way switch
        {
            0 => Answer() with { Silence = "No answer." },
            1 => Answer() with { Silence = "Lost.", SilenceReason = CompletenessMerge.RecordLost },
            2 => Answer() with { Silence = "Displaced.", SilenceReason = CompletenessMerge.Displaced, Days = [] },
            3 => Answer() with { Expected = NoDays, Days = [], IsExpected = false, Silence = "Never connected." },
            4 => Answer() with { Days = Answer().Days.RemoveAt(day) },
            5 => Answer() with { Unreadable = [new UnreadableDay(DayAt(day), "damaged", "Words.")] },
            6 => Answer() with { Late = [LateRead(day)] },
            _ => Answer() with { Doubts = [LateRead(day)] },
        });

    private static readonly Gen<Completeness> Late = Gen.OneOf(
        LateAnswers.Select(answer => CompletenessMerge.Of(answer, Dataset, isAsOf: false)),
        LateAnswers.Select(answer => CompletenessMerge.Of(
            answer with { Linked = Linked }, DatasetName.Parse("Machines"), isAsOf: false)),
        LateAnswers.Select(late => CompletenessMerge.OfBoth((late, false), (Answer(), false), Dataset)),
        LateAnswers.Select(late => CompletenessMerge.OfBoth((Answer(), false), (late, false), Dataset)),
        Gen.Int[0, 9].Select(hour => CompletenessMerge.Of(
            Answer() with { Days = MachineRows.Whole([.. LookedAt(hour + 0.1)]) }, Dataset, isAsOf: false)),
        Gen.Int[0, 1].Select(way => AccountListMerge.Of(
            Payer, List() with { ReadAt = way == 0 ? null : Now, Late = [LateRead(0)] }, Dataset)),
        Gen.Int[0, 9].Select(day => Month(Read(day).Failed(Dataset, DatePeriod.OfDay(DayAt(day)), Refused, Now))),
        Gen.Int[0, 9].Select(day => Month(Read(day))));

    private static readonly Gen<Completeness> Whole = Gen.OneOf(
        Gen.Const(CompletenessMerge.Of(Answer(), Dataset, isAsOf: false)),
        Gen.Const(CompletenessMerge.OfBoth((Answer(), true), (Answer(), false), Dataset)),
        Gen.Const(AccountListMerge.Of(Payer, List(), Dataset)),
        Gen.Const(AccountListMerge.Of(Payer, List() with { Mode = ConnectionMode.SubAccount, ReadAt = null }, Dataset)),
        Gen.Const(Month(Read(except: null))));

    [Fact]
    public void Makes_no_total_look_whole_wherever_it_is_added() =>
        Gen.Select(Whole.Array[0, 12], Late, Gen.Int[0, 12]).Sample((whole, late, at) =>
        {
            CompletenessMerge.Sum(whole).IsComplete.ShouldBeTrue();

            var total = CompletenessMerge.Sum([.. whole.Take(at), late, .. whole.Skip(at)]);

            total.IsComplete.ShouldBeFalse();
        });

    [Fact]
    public void Is_named_with_its_reason_in_the_total() =>
        Gen.Select(Whole.Array[0, 12], Late).Sample((whole, late) =>
        {
            var total = CompletenessMerge.Sum([.. whole, late]);

            late.Late.ShouldNotBeEmpty();
            total.Late.ShouldBe(late.Late);
            total.Late.ShouldAllBe(each => each.Account.StartsWith(Payer.ToString())
                && each.Reason.Length > 0 && each.Detail.Length > 0);
        });

    [Fact]
    public void Leaves_a_total_that_is_not_whole_as_it_is() =>
        Gen.Select(Late.Array[1, 6], Late).Sample((others, late) =>
        {
            var before = CompletenessMerge.Sum(others);

            var after = CompletenessMerge.Sum([.. others, late]);

            after.IsComplete.ShouldBeFalse();
            after.Late.Length.ShouldBe(before.Late.Length + late.Late.Length);
            Missing(after).ShouldBe((
                Missing(before).Accounts + Missing(late).Accounts, Missing(before).Days + Missing(late).Days));
        });

    private static (int Accounts, int Days) Missing(Completeness completeness) => (
        completeness.AccountsExpected - completeness.AccountsReceived,
        completeness.DaysExpected - completeness.DaysReceived);

    private static DatePeriod NoDays => new(Expected.Start, Expected.Start);

    private static DateOnly DayAt(int index) => Expected.Start.AddDays(index);

    private static LateReason Refused => new("access-denied", "The role was deleted.");

    private static LateRead LateRead(int day) =>
        new(DatePeriod.OfDay(DayAt(day)), Now, "access-denied", "The role was deleted.", null);

    private static AccountAnswer Answer() => new(
        Payer,
        Expected,
        [.. Expected.Days().Select(day => new ReceivedDay(day, 1, Now, false))],
        [],
        [],
        null);

    /// <summary>The last of the days was looked at up to that hour, and not to its end.</summary>
    private static IEnumerable<ReceivedDay> LookedAt(double hour) => Answer().Days.Select(day => day with
    {
        ReadAt = new DateTimeOffset(
            day.Day.AddDays(day.Day == DayAt(9) ? 0 : 1), TimeOnly.MinValue, TimeSpan.Zero).AddHours(hour),
    });

    private static OrganizationView List() => new(ReadStanding.Owned, ConnectionMode.Payer, null, [], Now, []);

    /// <summary>All days are stored, but for one.</summary>
    private static RefreshBook Read(int? except) => new RefreshBook().Stored(
        Dataset,
        Expected.Days().Where(day => except is null || day != DayAt(except.Value))
            .ToDictionary(day => day, _ => new DayCheckpoint(Now, Estimated: false)));

    private static Completeness Month(RefreshBook book) => AccountMonth.Of(
        Payer,
        YearMonth.Of(Expected.Start),
        ConnectionMode.Payer,
        [new DatasetProgress(Costs, book, Expected.Start, Now, StartOf(Expected.End))]).Completeness!;

    private static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
