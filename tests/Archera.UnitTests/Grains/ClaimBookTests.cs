using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Grains.Accounts;
using Archera.Grains.Onboarding;

namespace Archera.UnitTests.Grains;

public sealed class ClaimBookTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly RoleArn Role = RoleArn.Parse("arn:aws:iam::111122223333:role/Archera");
    private static readonly TenantId First = TenantId.Parse("t-00000001");
    private static readonly TenantId Second = TenantId.Parse("t-00000002");

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

    private static ClaimBook Claimed(params TenantId[] tenants) => tenants.Aggregate(
        ClaimBook.Empty,
        (book, tenant) => book.Add(
            tenant,
            new ClaimRequest(PermissionTier.Production, ConnectionMode.Payer),
            ExternalIds.Issue(),
            Start).Value!);

    private static ClaimBook Verify(ClaimBook book, TenantId tenant, VerificationVerdict verdict) =>
        End(book.BeginVerification(tenant, []), tenant, verdict);

    private static ClaimBook End(ClaimBook book, TenantId tenant, VerificationVerdict verdict) =>
        book.EndVerification(tenant, new VerificationResult(verdict, Role, [], null), isPayerInUse: false);
}
