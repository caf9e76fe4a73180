using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Grains.Accounts;
using Archera.Grains.Onboarding;

namespace Archera.UnitTests.Grains;

public sealed class ClaimBookTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly RoleArn Role = RoleArn.Parse("arn:aws:iam::111122223333:role/Archera");
    private static readonly TenantId First = TenantId.Parse("t-00000001");
    private static readonly TenantId Second = TenantId.Parse("t-00000002");
    private static readonly TenantId Third = TenantId.Parse("t-00000003");

    [Fact]
    public void A_refused_claim_stays_refused_when_a_later_run_finds_nothing_out()
    {
        var refused = Verify(Claimed(First), First, VerificationVerdict.Refused);

        var later = Verify(refused, First, VerificationVerdict.Unknown);

        later.Find(First)!.Connection.ShouldBe(ConnectionState.Refused);
        Verify(later, First, VerificationVerdict.Passed).Find(First)!.Connection.ShouldBe(ConnectionState.Connected);
    }

    [Fact]
    public void A_run_that_the_operators_decision_overtook_changes_nothing()
    {
        var quarantined = Verify(
            Verify(Claimed(First, Second), First, VerificationVerdict.Passed), Second, VerificationVerdict.Passed);
        var decided = quarantined.BeginVerification(Second, []).Decide(Second, ConnectionMove.Dismiss);

        var ended = End(decided, Second, VerificationVerdict.Passed);

        quarantined.Find(Second)!.Connection.ShouldBe(ConnectionState.Quarantined);
        ended.Find(Second)!.Connection.ShouldBe(ConnectionState.Refused);
    }

    [Fact]
    public void An_owner_is_quarantined_when_another_tenant_uses_its_payer_until_the_operator_allows_it()
    {
        var connected = Verify(Claimed(First), First, VerificationVerdict.Passed);

        var quarantined = Verify(connected, First, VerificationVerdict.Passed, payerOwner: Second);
        var allowed = quarantined.Decide(First, ConnectionMove.Transfer);

        StandingOf(quarantined).ShouldBe((ConnectionState.Quarantined, ReadStanding.Owned));
        StandingOf(allowed).ShouldBe((ConnectionState.Connected, ReadStanding.Owned));
        StandingOf(Verify(allowed, First, VerificationVerdict.Passed, payerOwner: Second))
            .ShouldBe((ConnectionState.Connected, ReadStanding.Owned));
        StandingOf(Verify(allowed, First, VerificationVerdict.Passed, payerOwner: Third))
            .ShouldBe((ConnectionState.Quarantined, ReadStanding.Owned));
    }

    [Fact]
    public void A_claimant_that_takes_the_account_from_its_owner_still_waits_for_leave_to_stand_beside_its_payer()
    {
        var connected = Verify(Claimed(First, Third), First, VerificationVerdict.Passed);
        var quarantined = Verify(connected, Third, VerificationVerdict.Passed, payerOwner: Second);

        var transferred = quarantined.Decide(Third, ConnectionMove.Transfer);
        var verified = Verify(transferred, Third, VerificationVerdict.Passed, payerOwner: Second);
        var allowed = Verify(
            verified.Decide(Third, ConnectionMove.Transfer), Third, VerificationVerdict.Passed, payerOwner: Second);

        (transferred.Owner, transferred.Find(First)!.Connection).ShouldBe((Third, ConnectionState.Refused));
        verified.Find(Third)!.Connection.ShouldBe(ConnectionState.Quarantined);
        allowed.Find(Third)!.Connection.ShouldBe(ConnectionState.Connected);
    }

    [Fact]
    public void An_owner_is_connected_again_once_nobody_else_uses_its_payer_any_more()
    {
        var connected = Verify(Claimed(First), First, VerificationVerdict.Passed);
        var quarantined = Verify(connected, First, VerificationVerdict.Passed, payerOwner: Second);

        StandingOf(Verify(quarantined, First, VerificationVerdict.Passed))
            .ShouldBe((ConnectionState.Connected, ReadStanding.Owned));
        quarantined.Checked.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_quarantined_or_refused_owner_is_displaced_like_any_other(bool isRefused)
    {
        var book = Verify(Claimed(First, Third), First, VerificationVerdict.Passed);
        book = Verify(book, First, VerificationVerdict.Passed, payerOwner: Second);
        book = isRefused ? book.Decide(First, ConnectionMove.Dismiss) : book;
        book = Verify(book, Third, VerificationVerdict.Passed, payerOwner: Second);

        var transferred = book.Decide(Third, ConnectionMove.Transfer);

        StandingOf(transferred).ShouldBe((ConnectionState.Refused, ReadStanding.Displaced));
        (transferred.Owner, transferred.Connected?.Tenant).ShouldBe((Third, Third));
    }

    [Fact]
    public void The_oldest_claim_that_never_passed_gives_way_when_the_book_is_full()
    {
        var tenants = Enumerable.Range(1, ClaimBook.MaxClaims).Select(i => TenantId.Parse($"t-{i:00000000}")).ToArray();
        var full = tenants.Select((tenant, minute) => (tenant, minute)).Aggregate(
            ClaimBook.Empty, (book, next) => Add(book, next.tenant, Start.AddMinutes(next.minute)));
        full = Verify(full, tenants[0], VerificationVerdict.Passed);
        full = Verify(full, tenants[1], VerificationVerdict.Passed);
        full = Verify(full, tenants[2], VerificationVerdict.Passed).Decide(tenants[2], ConnectionMove.Dismiss);
        full = full.BeginVerification(tenants[3], []);
        full = Verify(full, tenants[4], VerificationVerdict.Refused);

        var more = Add(full, TenantId.Parse("t-newcomer"), Start.AddDays(1));

        tenants.Where(tenant => more.Find(tenant) is null).ShouldBe([tenants[4]]);
        more.Claims.Length.ShouldBe(ClaimBook.MaxClaims);
    }

    private static (ConnectionState Connection, ReadStanding Standing) StandingOf(ClaimBook book) =>
        (book.Find(First)!.Connection, book.StandingOf(First));

    private static ClaimBook Claimed(params TenantId[] tenants) =>
        tenants.Aggregate(ClaimBook.Empty, (book, tenant) => Add(book, tenant, Start));

    private static ClaimBook Add(ClaimBook book, TenantId tenant, DateTimeOffset at) => book.Add(
        tenant, new ClaimRequest(PermissionTier.Production, ConnectionMode.Payer), ExternalIds.Issue(), at).Value!;

    private static ClaimBook Verify(
        ClaimBook book, TenantId tenant, VerificationVerdict verdict, TenantId? payerOwner = null) =>
        End(book.BeginVerification(tenant, []), tenant, verdict, payerOwner);

    private static ClaimBook End(
        ClaimBook book, TenantId tenant, VerificationVerdict verdict, TenantId? payerOwner = null) =>
        book.EndVerification(tenant, new VerificationResult(verdict, Role, [], null), payerOwner);
}
