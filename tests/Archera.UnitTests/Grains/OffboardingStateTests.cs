using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Offboarding;
using Archera.Contracts.Refresh;
using Archera.Grains.Custody;
using Archera.Grains.Offboarding;

namespace Archera.UnitTests.Grains;

public sealed class OffboardingStateTests
{
    private static readonly PayerAccountKey Account = PayerAccountKey.Parse("aws:111122223333");
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_owner_goes_through_every_step_and_keeps_nothing_of_the_claim()
    {
        var departure = Begun(1) with
        {
            Claim = new DepartingClaim(true, null, [new ExternalId("secret")], ConnectionMode.Payer, ["key"]),
        };
        var steps = new List<DepartureStep>();
        while (departure.Next != DepartureStep.Sign)
        {
            steps.Add(departure.Next);
            departure = departure.Advance();
        }

        var ended = departure.End(Now);

        steps.ShouldBe(Enum.GetValues<DepartureStep>().Where(step => step < DepartureStep.Sign));
        (ended.Claim, ended.Door, ended.IsUnderWay).ShouldBe((null, null, false));
        (ended.View().State, ended.View().ReceiptId).ShouldBe((OperationState.Succeeded, ended.ReceiptId));
    }

    [Fact]
    public void A_claim_that_never_owned_the_account_touches_nothing_that_was_read()
    {
        var departure = Begun(1) with
        {
            Next = DepartureStep.TryRole,
            Claim = new DepartingClaim(false, null, [], ConnectionMode.Payer, []),
        };

        departure.Advance().Next.ShouldBe(DepartureStep.Delist);
    }

    [Fact]
    public void A_step_that_failed_is_late_until_it_is_tried_again()
    {
        var late = Begun(1) with { Trouble = "The storage is down." };

        (late.View().State, late.View().Late, late.View().ReceiptId).ShouldBe((OperationState.Late, 1, null));
        (late.View(isTried: true).State, late.View(isTried: true).Detail).ShouldBe(
            (OperationState.Running, "The storage is down."));
        late.Advance().Trouble.ShouldBeNull();
    }

    [Fact]
    public void Numbers_never_repeat_and_are_never_below_the_clock()
    {
        var state = new OffboardingState();
        state.NextNumber(Account, Now).ShouldBe(Now.ToUnixTimeSeconds());

        state = state.Begin(Begun(Now.ToUnixTimeSeconds() + 100).End(Now));

        state.NextNumber(Account, Now).ShouldBe(Now.ToUnixTimeSeconds() + 101);
        state.NextNumber(PayerAccountKey.Parse("aws:111122223334"), Now).ShouldBe(Now.ToUnixTimeSeconds());
    }

    [Fact]
    public void The_oldest_ended_one_makes_room_and_one_under_way_never_does()
    {
        var state = new OffboardingState().Begin(Begun(1));
        for (var number = 2; number <= OffboardingState.MaxDepartures; number++)
            state = state.Begin(Begun(number).End(Now));
        state.Oldest()!.Number.ShouldBe(2);

        state = state.Begin(Begun(5_000));

        state.Departures.Length.ShouldBe(OffboardingState.MaxDepartures);
        state.Departures[0].Number.ShouldBe(1);
        state.Departures[1].Number.ShouldBe(3);
    }

    [Theory]
    [InlineData("cost-CostByRecordType-07", "cost-CostByRecordType")]
    [InlineData("payer-account", "payer-account")]
    [InlineData("quarantined-payer-account-00ff", "quarantined")]
    public void A_days_record_is_counted_with_the_others_of_its_dataset(string name, string kind) =>
        new CountedRecord(name, Account.ToString(), "").Kind.ShouldBe(kind);

    private static Departure Begun(long number) => new()
    {
        PayerAccount = Account,
        Number = number,
        ReceiptId = $"rcp-{number}",
        StartedAt = Now,
    };
}
