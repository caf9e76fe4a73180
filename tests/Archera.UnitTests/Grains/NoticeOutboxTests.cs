using Archera.Contracts.Accounts;
using Archera.Contracts.Events;
using Archera.Contracts.Identity;
using Archera.Contracts.Quarantine;
using Archera.Grains.Accounts;
using Archera.Grains.Events;

namespace Archera.UnitTests.Grains;

public sealed class NoticeOutboxTests
{
    private static readonly PayerAccountKey Payer = PayerAccountKey.Parse("aws:111122223333");
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TenantId First = TenantId.Parse("t-00000001");
    private static readonly TenantId Second = TenantId.Parse("t-00000002");

    [Fact]
    public void What_is_lost_is_counted_in_the_tenants_next_notice()
    {
        var full = NoticeOutbox.Add([], Notices(First, 1, NoticeOutbox.MaxKept));

        var kept = NoticeOutbox.Add(NoticeOutbox.Add(full, Notices(First, 1_001, 1)), Notices(First, 1_002, 2));

        kept.Count.ShouldBe(NoticeOutbox.MaxKept);
        kept[0].LostBefore.ShouldBe(3);
        kept.Skip(1).ShouldAllBe(notice => notice.LostBefore == 0);
    }

    [Fact]
    public void What_waits_for_the_operators_list_and_a_tenants_only_notice_are_not_lost()
    {
        var opened = Notice(First, 0) with
        {
            Opened = new QuarantinedClaim(
                new ClaimId(Payer, First), PermissionTier.Trial, ConnectionMode.Payer, Second, Start),
        };
        var full = NoticeOutbox.Add([opened, Notice(Second, 0)], Notices(First, 1, NoticeOutbox.MaxKept - 2));

        var kept = NoticeOutbox.Add(full, Notices(First, 1_001, 5));

        kept.Take(2).ShouldBe([opened, Notice(Second, 0)]);
        kept[2].LostBefore.ShouldBe(5);
    }

    [Fact]
    public void Keeps_to_its_limit_where_no_tenant_has_two()
    {
        var tenants = Enumerable.Range(1, NoticeOutbox.MaxKept + 1).Select(i => TenantId.Parse($"t-{i:00000000}"));

        var kept = NoticeOutbox.Add([], tenants.Select(tenant => Notice(tenant, 0)));

        kept.Count.ShouldBe(NoticeOutbox.MaxKept);
        kept[0].Tenant.ShouldBe(Second);
    }

    [Fact]
    public void The_event_that_is_stored_says_what_was_lost_before_it()
    {
        var stored = new TenantEventsState().Append(Payer, TenantEventKind.Suspended, Start, "Detail.", lostBefore: 3);

        stored.List(0, 1).Events.ShouldHaveSingleItem().LostBefore.ShouldBe(3);
    }

    private static IEnumerable<AccountNotice> Notices(TenantId tenant, int start, int count) =>
        Enumerable.Range(start, count).Select(minute => Notice(tenant, minute));

    private static AccountNotice Notice(TenantId tenant, int minute) =>
        new(Start.AddMinutes(minute), tenant, TenantEventKind.Suspended, "Detail.");
}
