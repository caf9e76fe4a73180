using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Quarantine;
using Archera.Grains.Quarantine;

namespace Archera.UnitTests.Grains;

public sealed class QuarantineBookTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_repeat_of_what_was_told_changes_nothing_even_when_it_has_ended()
    {
        var claim = Claim(1);
        var open = new QuarantineBook().With(claim)!;
        var ended = open.End(claim.Id, QuarantineState.Refused, Start, new DecisionNote("No contract.", "operator"));

        open.With(claim).ShouldBeSameAs(open);
        ended.With(claim).ShouldBeSameAs(ended);
        ended.End(claim.Id, QuarantineState.Lapsed, Start, null).ShouldBeSameAs(ended);
        ended.Ended.ShouldHaveSingleItem().Reason.ShouldBe("No contract.");
    }

    [Fact]
    public void A_full_list_takes_no_more_until_some_are_decided()
    {
        var full = Enumerable.Range(0, QuarantineLimits.MaxOpen).Aggregate(
            new QuarantineBook(), (book, number) => book.With(Claim(number))!);

        full.With(Claim(QuarantineLimits.MaxOpen)).ShouldBeNull();
        full.End(Claim(0).Id, QuarantineState.Refused, Start, new DecisionNote("No.", "operator"))
            .With(Claim(QuarantineLimits.MaxOpen)).ShouldNotBeNull();
    }

    [Fact]
    public void Keeps_the_newest_decisions_and_forgets_a_claim_on_request()
    {
        var book = Enumerable.Range(0, QuarantineLimits.MaxEnded + 1).Aggregate(
            new QuarantineBook(),
            (book, number) => book.With(Claim(number))!.End(Claim(number).Id, QuarantineState.Lapsed, Start, null));

        book.Ended.Count.ShouldBe(QuarantineLimits.MaxEnded);
        book.Ended[0].Id.ShouldBe(Claim(QuarantineLimits.MaxEnded).Id);
        book.Forget(book.Ended[0].Id).Ended.Count.ShouldBe(QuarantineLimits.MaxEnded - 1);
    }

    [Fact]
    public void What_lapsed_by_itself_pushes_no_decision_out()
    {
        var decided = new QuarantineBook().With(Claim(0))!
            .End(Claim(0).Id, QuarantineState.Refused, Start, new DecisionNote("No.", "operator"));

        var book = Enumerable.Range(1, QuarantineLimits.MaxEnded + 5).Aggregate(
            decided,
            (book, number) => book.With(Claim(number))!.End(Claim(number).Id, QuarantineState.Lapsed, Start, null));

        book.Ended.Count.ShouldBe(QuarantineLimits.MaxEnded);
        book.Ended[^1].Reason.ShouldBe("No.");
    }

    private static QuarantinedClaim Claim(int number) => new(
        new ClaimId(PayerAccountKey.Parse("aws:111122223333"), TenantId.Parse($"t-{number:D8}")),
        PermissionTier.Trial,
        ConnectionMode.Payer,
        TenantId.Parse("t-ownerowner"),
        Start);
}
