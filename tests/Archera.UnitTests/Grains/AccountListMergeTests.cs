using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Tenants;

namespace Archera.UnitTests.Grains;

public sealed class AccountListMergeTests
{
    private static readonly PayerAccountKey First = PayerAccountKey.Parse("aws:111111111111");
    private static readonly PayerAccountKey Second = PayerAccountKey.Parse("aws:222222222222");
    private static readonly PayerAccountKey China = PayerAccountKey.Parse("aws-cn:333333333333");
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Tells_an_account_that_moved_from_one_that_left()
    {
        var rows = AccountListMerge.Rows(
        [
            (Second, View(Member("444444444444"))),
            (First, View(Gone("444444444444"), Gone("555555555555"), Member("666666666666"))),
        ]);

        rows.Select(row => (row.Payer, row.Account.Id.Value, row.Membership, row.MovedTo)).ShouldBe(
        [
            (First, "444444444444", MembershipKind.Moved, Second),
            (First, "555555555555", MembershipKind.Left, null),
            (First, "666666666666", MembershipKind.Member, null),
            (Second, "444444444444", MembershipKind.Member, null),
        ]);
    }

    [Fact]
    public void Takes_the_same_digits_in_another_partition_for_another_account()
    {
        var rows = AccountListMerge.Rows(
            [(First, View(Gone("444444444444"))), (China, View(Member("444444444444")))]);

        rows.Single(row => row.Payer == First).Membership.ShouldBe(MembershipKind.Left);
    }

    [Fact]
    public void Takes_an_account_connected_alone_for_no_organization()
    {
        var alone = View(Member("444444444444")) with { Mode = ConnectionMode.SubAccount };
        var own = PayerAccountKey.Parse("aws:444444444444");

        var rows = AccountListMerge.Rows([(First, View(Gone("444444444444"))), (own, alone)]);

        rows.Select(row => row.Membership).ShouldBe([MembershipKind.Left, MembershipKind.Alone]);
        AccountListMerge.Of(own, alone, default).AccountsExpected.ShouldBe(0);
    }

    [Fact]
    public void Is_whole_only_once_the_list_was_read_and_nothing_of_it_is_late()
    {
        var dataset = DatasetName.Parse("LinkedAccounts");
        var late = new LateRead(DatePeriod.OfDay(new DateOnly(2026, 11, 20)), Now, "throttled", "Busy.", Now);

        AccountListMerge.Of(First, View(Member("444444444444")), dataset).IsComplete.ShouldBeTrue();
        AccountListMerge.Of(First, View() with { ReadAt = null }, dataset).IsComplete.ShouldBeFalse();
        var part = AccountListMerge.Of(First, View() with { Late = [late] }, dataset);
        part.IsComplete.ShouldBeFalse();
        (part.Late.Single().Account, part.Late.Single().Reason).ShouldBe((First.ToString(), "throttled"));
    }

    private static OrganizationView View(params MemberView[] accounts) =>
        new(ReadStanding.Owned, ConnectionMode.Payer, null, [.. accounts], Now, []);

    private static MemberView Member(string id) =>
        new(AwsAccountId.Parse(id), "n", "ACTIVE", null, Now, null, null, []);

    private static MemberView Gone(string id) => Member(id) with { LeftAt = Now };
}
