using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Gateway.Costs;
using Archera.Gateway.LinkedAccounts;
using Archera.Gateway.Machines;
using Archera.Gateway.Reports;

namespace Archera.UnitTests.Gateway.Csv;

/// <summary>Sheets of linked accounts name who is late, wherever that is known from.</summary>
public sealed class LinkedSheetTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 3, 6, 10, 0, TimeSpan.Zero);
    private static readonly AccountKey First = AccountKey.Parse("aws:111122223333/444455556666");
    private static readonly AccountKey Other = AccountKey.Parse("aws:111122223333/777788889999");

    [Fact]
    public void Has_the_exact_and_the_bracketed_hours_of_a_machine()
    {
        var rows = Machines([], Machine(First, "web", 90, 90), Machine(First, "=cmd()", 90, 100));

        rows[0].ShouldBe(
            "payerAccount,accountId,region,instanceId,instanceType,zone,name,platform,lifecycle,state,launchedAt,"
            + "period,hoursAtLeast,hoursAtMost,isExact,incomplete");
        rows[1].ShouldEndWith("web,,on-demand,running,2026-01-03T06:10:00Z,,1.5,1.5,true,");
        rows[2].ShouldContain(",'=cmd(),");
        rows[2].ShouldEndWith(",1.5,1.666667,false,");
    }

    [Fact]
    public void Names_a_late_list_in_each_row_of_its_payer_and_a_late_account_in_its_own()
    {
        var rows = Machines(
            [Late("aws:111122223333", "LinkedAccounts", "throttled"), Late(First.ToString(), "Machines", "unknown")],
            Machine(First, "web", 1, 1),
            Machine(Other, "web", 1, 1));

        rows[1].ShouldEndWith(
            ",aws:111122223333 LinkedAccounts throttled; aws:111122223333/444455556666 Machines unknown");
        rows[2].ShouldEndWith(",aws:111122223333 LinkedAccounts throttled");
        rows.Length.ShouldBe(3);
    }

    [Fact]
    public void Gives_a_late_account_without_machines_a_row_without_hours()
    {
        var rows = Machines([Late(Other.ToString(), "Machines", "access-denied")], Machine(First, "web", 1, 1));

        rows[1].ShouldEndWith(",true,");
        rows[2].ShouldBe(
            "aws:111122223333,777788889999,,,,,,,,,,,,,,aws:111122223333/777788889999 Machines access-denied");
    }

    [Fact]
    public void Gives_a_payer_whose_list_was_never_read_a_row_of_its_own()
    {
        var report = new AccountsResource(
            null, [], null, Completeness([Late("aws:111122223333", "LinkedAccounts", "pending")]));

        Sheet(report)[1].ShouldBe("aws:111122223333,,,,,,,,,,,,aws:111122223333 LinkedAccounts pending");
    }

    [Fact]
    public void Writes_accounts_as_JSON_names_them()
    {
        var member = new MemberView(First.Own.AccountId, "Data, \"prod\"", "ACTIVE", At, At, At, null, []);
        var row = new AccountRow(First.Payer, MembershipKind.Moved, member, PayerAccountKey.Parse("aws:222222222222"));

        Sheet(new AccountsResource(null, [AccountResource.Of(row)], null, Completeness([])))[1].ShouldBe(
            "aws:111122223333,444455556666,\"Data, \"\"prod\"\"\",ACTIVE,moved,2026-01-03T06:10:00Z,"
            + "2026-01-03T06:10:00Z,2026-01-03T06:10:00Z,,aws:222222222222,none,,");
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(36_000_000_000, "1")]
    [InlineData(1, "0")]
    [InlineData(36_000, "0.000001")]
    [InlineData(12_000_000_000, "0.333333")]
    [InlineData(31_536_000_000_000_000, "876000")]
    public void Writes_hours_to_six_places(long ticks, string text) => HoursText.Of(new TimeSpan(ticks)).ShouldBe(text);

    private static MachineRow Machine(AccountKey account, string name, int atLeast, int atMost) => new(
        account,
        new MachineDayRow(
            new DateOnly(2026, 1, 3),
            AwsRegion.Parse("eu-central-1"),
            "i-0123456789abcdef0",
            "m7g.large",
            null,
            name,
            null,
            "on-demand",
            "running",
            At,
            TimeSpan.FromMinutes(atLeast),
            TimeSpan.FromMinutes(atMost)),
        TimeSpan.FromMinutes(atLeast),
        TimeSpan.FromMinutes(atMost));

    private static LateAccount Late(string account, string dataset, string reason) =>
        new(account, DatasetName.Parse(dataset), At, reason, "Words.", null);

    private static CompletenessResource Completeness(LateAccount[] late) =>
        CompletenessResource.Of(new Completeness(At, 2, 2 - late.Length, 2, 2 - late.Length, [.. late]));

    private static string[] Machines(LateAccount[] late, params MachineRow[] rows)
    {
        var days = DatePeriod.OfDay(new DateOnly(2026, 1, 3));
        return Sheet(new MachinesResource(
            days.Start,
            days.End,
            MachineGranularity.Period,
            null,
            [.. rows.Select(MachineResource.Of)],
            null,
            Completeness(late)));
    }

    private static string[] Sheet(IReport report)
    {
        var sheet = report.ToCsv();
        return
        [
            string.Join(',', sheet.Columns),
            .. sheet.Rows.Select(row =>
            {
                row.Count.ShouldBe(sheet.Columns.Count);
                return string.Join(',', row.Select(Archera.Gateway.Csv.CsvWriter.Escape));
            }),
        ];
    }
}
