using System.Collections.Immutable;
using Archera.ClusterTests.Fixture;
using Archera.ClusterTests.Offboarding;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;

namespace Archera.ClusterTests.LinkedAccounts;

public sealed class MachineTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_each_linked_account_are_read_through_its_own_role()
    {
        await using var fleet = await StartAsync();
        var (tenant, payer) = await fleet.ConnectAsync(fleet.Payer(0), fleet.Members(0));

        var report = await fleet.MachinesAsync(tenant, Today(fleet), has => has.Completeness.Late.IsEmpty
            && fleet.Members(0).All(member => has.Machines.Any(row => row.Account.Linked == member)));

        var listed = fleet.Members(0).SelectMany(member => Listed(fleet, payer, member)).ToArray();
        report.Machines.Select(row => (row.Account, row.Newest.Region.Name, row.Newest.InstanceId))
            .ShouldBe(listed, ignoreOrder: true);
        report.Completeness.AccountsExpected.ShouldBe(fleet.Members(0).Length);
    }

    [Fact]
    public async Task Of_an_account_without_a_role_are_late_by_name_and_never_none()
    {
        await using var fleet = await StartAsync();
        var members = fleet.Members(0);
        var missing = members.First(member => member != fleet.Payer(0).AccountId);
        var withRole = members.Remove(missing);
        var (tenant, payer) = await fleet.ConnectAsync(fleet.Payer(0), withRole);
        await LookedAtAsync(fleet, tenant, withRole);
        fleet.MoveTo(fleet.Today.AddDays(2));
        await fleet.TickAsync(payer);
        foreach (var member in members)
            await fleet.TickAsync(new AccountKey(payer, member));

        var report = await fleet.MachinesAsync(
            tenant,
            new MachineQuery(new DatePeriod(fleet.Today.AddDays(-1), fleet.Today), [], []),
            has => has.Completeness.Late.Length == 1 && has.Completeness.Late[0].Reason == "access-denied");

        var late = report.Completeness.Late.ShouldHaveSingleItem();
        late.Account.ShouldBe($"{payer}/{missing}");
        report.Completeness.IsComplete.ShouldBeFalse();
        report.Machines.ShouldNotContain(row => row.Account.Linked == missing);
    }

    [Fact]
    public async Task Behind_a_role_that_opens_to_others_are_not_read()
    {
        await using var fleet = await StartAsync();
        var open = fleet.Members(0).First(member => member != fleet.Payer(0).AccountId);
        var trust = $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{fleet.Aws.Vendor.UserArn}}"},
            "Action":["sts:AssumeRole","sts:SetSourceIdentity"]}]}
            """;
        var withRole = fleet.Members(0).Remove(open);
        var (tenant, payer) = await fleet.ConnectAsync(
            fleet.Payer(0),
            withRole,
            () => fleet.PutRole($"arn:aws:iam::{open}:role/Archera", trust));
        await LookedAtAsync(fleet, tenant, withRole);
        fleet.MoveTo(fleet.Today.AddDays(2));
        await fleet.TickAsync(payer);
        foreach (var member in fleet.Members(0))
            await fleet.TickAsync(new AccountKey(payer, member));

        var report = await fleet.MachinesAsync(
            tenant,
            new MachineQuery(new DatePeriod(fleet.Today.AddDays(-1), fleet.Today), [], []),
            has => has.Completeness.Late.Length == 1 && has.Completeness.Late[0].Reason == "suspended");

        report.Completeness.Late.ShouldHaveSingleItem().Account.ShouldBe($"{payer}/{open}");
        report.Machines.ShouldNotContain(row => row.Account.Linked == open);
    }

    /// <summary>What runs in a Region that is switched off goes on.</summary>
    [Fact]
    public async Task Of_a_Region_that_can_not_be_read_any_more_are_kept_and_late_by_name()
    {
        await using var fleet = await StartAsync();
        const string region = "ap-east-1";
        var members = fleet.Members(0);
        var (off, refused) = (members[1], members[2]);
        fleet.Aws.Regions.Put(off.Value, region, isEnabled: true);
        var (tenant, payer) = await fleet.ConnectAsync(fleet.Payer(0), members);
        await LookedAtAsync(fleet, tenant, members);
        var before = await fleet.MachinesAsync(tenant, Today(fleet), _ => true);
        fleet.Aws.Regions.Put(off.Value, region, isEnabled: false);
        var closed = before.Machines.First(row => row.Account.Linked == refused).Newest.Region.Name;
        fleet.Aws.ControlPolicies.Put(refused.Value, Denying(closed));
        fleet.MoveTo(fleet.Today.AddDays(2));
        await fleet.TickAsync(payer);
        await fleet.TickAsync(new AccountKey(payer, off));
        await fleet.TickAsync(new AccountKey(payer, refused));

        var report = await fleet.MachinesAsync(
            tenant,
            new MachineQuery(new DatePeriod(fleet.Today.AddDays(-3), fleet.Today), [], []),
            has => new[] { off, refused }.All(member => has.Completeness.Late.Any(
                late => late.Account == $"{payer}/{member}" && late.Reason != "pending")));

        var late = report.Completeness.Late.Where(late => late.Reason != "pending").ToArray();
        late.Select(each => (each.Account, each.Reason)).ShouldBe(
            [($"{payer}/{off}", "region-disabled"), ($"{payer}/{refused}", "access-denied")], ignoreOrder: true);
        report.Regions.Single(each => each.Account.Linked == off && each.Unseen.Region.Name == region)
            .Unseen.Because.ShouldBe(UnseenBecause.SwitchedOff);
        report.Regions.Where(each => each.Account.Linked == refused && each.Unseen.Because == UnseenBecause.Refused)
            .ShouldHaveSingleItem().Unseen.Region.Name.ShouldBe(closed);
        report.Regions.ShouldContain(each => each.Unseen.Because == UnseenBecause.NotOptedIn);
        late.Single(each => each.Reason == "region-disabled").Detail.ShouldContain($"has switched {region} off");
        late.Single(each => each.Reason == "access-denied").Detail.ShouldContain(closed);
        InClosed(report).ShouldNotBeEmpty();
        InClosed(report).ShouldBe(InClosed(before));

        IEnumerable<string> InClosed(MachineReport machines) => machines.Machines
            .Where(row => row.Account.Linked == refused && row.Newest.Region.Name == closed)
            .Select(row => row.Newest.InstanceId);
    }

    [Fact]
    public async Task Are_shown_as_they_were_known_at_the_end_of_an_earlier_day()
    {
        await using var fleet = await StartAsync();
        var members = fleet.Members(0);
        var (tenant, payer) = await fleet.ConnectAsync(fleet.Payer(0), members);
        await LookedAtAsync(fleet, tenant, members);
        var (day, query) = (fleet.Today, Today(fleet));
        var before = await fleet.MachinesAsync(tenant, query, _ => true);
        fleet.MoveTo(day.AddDays(1));
        foreach (var member in members)
            await fleet.TickAsync(new AccountKey(payer, member));

        var after = await fleet.MachinesAsync(tenant, query, has => members.All(member =>
            Up(has, member) > Up(before, member)));

        var asOf = await fleet.MachinesAsync(tenant, query with { AsOf = day }, _ => true);
        asOf.Machines.ShouldBe(before.Machines);
        asOf.Machines.ShouldNotBe(after.Machines);
        (await fleet.MachinesAsync(tenant, query with { AsOf = day.AddDays(-1) }, _ => true)).Machines.ShouldBeEmpty();

        static TimeSpan Up(MachineReport report, AwsAccountId member) => report.Machines
            .Where(row => row.Account.Linked == member)
            .Aggregate(TimeSpan.Zero, (sum, row) => sum + row.AtMost);
    }

    [Fact]
    public async Task Go_with_all_that_was_stored_of_them_when_the_payer_leaves()
    {
        await using var fleet = await StartAsync();
        var members = fleet.Members(0);
        var (tenant, payer) = await fleet.ConnectAsync(fleet.Payer(0), members);
        await LookedAtAsync(fleet, tenant, members);

        var ended = await fleet.LeaveAsync(tenant, payer);

        var deleted = (await fleet.ReceiptAsync(tenant, ended)).Deleted();
        deleted["linked-account"].ShouldBe(members.Length);
        deleted["machines"].ShouldBe(members.Length);
        fleet.Storage.Records("").Keys.ShouldNotContain(
            key => key.Contains(payer.AccountId.Value, StringComparison.Ordinal));
        (await fleet.Reminders.ReadRows(0, 0, Cancel)).Reminders.ShouldBeEmpty();
    }

    [Fact]
    public async Task Count_as_a_use_of_the_role_that_is_reviewed()
    {
        await using var fleet = await StartAsync();
        var told = fleet.Calls.Ended(nameof(IPayerOfLinkedAccountsGrain.NoteUsesAsync));

        var (tenant, payer) = await fleet.ConnectAsync(fleet.Payer(0), fleet.Members(0));

        await told;
        var use = (await fleet.Account(payer).GetPermissionUseAsync(tenant, Cancel)).Value!;
        use.Uses.Select(each => each.Action).ShouldContain("ec2:DescribeInstances");
    }

    private static string Denying(string region) =>
        $$"""
        {"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Action":"*","Resource":"*"},
        {"Effect":"Deny","Action":"ec2:*","Resource":"*",
        "Condition":{"StringEquals":{"aws:RequestedRegion":"{{region}}"} } }]}
        """;

    /// <summary>Their use is read by other tests.</summary>
    private static async Task<TestFleet> StartAsync()
    {
        var fleet = await TestFleet.StartAsync();
        fleet.Datasets.IsLeftOut = dataset => dataset.Value == "Utilization";
        return fleet;
    }

    /// <summary>Those with a role were read once, and the others were tried.</summary>
    private static async Task LookedAtAsync(TestFleet fleet, TenantId tenant, ImmutableArray<AwsAccountId> withRole)
    {
        await fleet.MachinesAsync(
            tenant,
            Today(fleet),
            has => withRole.All(member => has.Machines.Any(row => row.Account.Linked == member)));
        foreach (var member in fleet.Members(0).Except(withRole))
            await fleet.LateAsync(new AccountKey(fleet.Payer(0), member));
    }

    private static MachineQuery Today(TestFleet fleet) =>
        new(new DatePeriod(fleet.Today, fleet.Today.AddDays(1)), [], []);

    private static IEnumerable<(AccountKey, string, string)> Listed(
        TestFleet fleet, PayerAccountKey payer, AwsAccountId member)
    {
        var now = fleet.Aws.Clock.Now;
        return fleet.Aws.World.Machines.Between(member.Value, null, now.AddHours(-2), now)
            .Where(machine => machine.IsListed(now))
            .Select(machine => (new AccountKey(payer, member), machine.Region, machine.InstanceId));
    }
}
