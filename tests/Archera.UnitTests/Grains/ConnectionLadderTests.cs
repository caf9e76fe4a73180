using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Grains.Accounts;
using Archera.Grains.Onboarding;

namespace Archera.UnitTests.Grains;

public sealed class ConnectionLadderTests
{
    private const string Rung = VerificationSteps.RefusedWithForeignId;

    private static readonly RoleArn Role = RoleArn.Parse("arn:aws:iam::111122223333:role/Archera");
    private static readonly DoorObservation Refused = new("without an external id", DoorFinding.Refused, "refused");
    private static readonly DoorObservation Opened = new("with a random external id", DoorFinding.Opened, "opened");

    [Fact]
    public void Is_shut_only_when_every_try_is_refused()
    {
        var (step, verdict) = ConnectionLadder.MustRefuse(Rung, Role, [Refused, Refused]);

        (verdict, step.Outcome, step.AwsRequestId).ShouldBe(
            (VerificationVerdict.Passed, StepOutcome.Passed, "refused"));
    }

    [Fact]
    public void One_opening_outweighs_every_refusal_and_names_its_request()
    {
        var (step, verdict) = ConnectionLadder.MustRefuse(Rung, Role, [Refused, Opened]);

        (verdict, step.Outcome, step.AwsRequestId).ShouldBe((VerificationVerdict.Open, StepOutcome.Failed, "opened"));
        step.Remedy.ShouldNotBeNull().ShouldContain("sts:ExternalId");
    }

    [Theory]
    [InlineData(FailureReasons.Throttled)]
    [InlineData(FailureReasons.VendorCredentials)]
    [InlineData(FailureReasons.RegionDisabled)]
    [InlineData(FailureReasons.Unreachable)]
    [InlineData(FailureReasons.NotAnAwsAnswer)]
    public void What_is_no_refusal_of_STS_proves_nothing(string reason)
    {
        AwsAnswer<OpenedDoor> answer = new AwsFailure(reason, FaultOf.Vendor, CanRetry: true, "Code", "Words.");
        var blind = DoorObservation.Of("without an external id", answer);

        var (step, verdict) = ConnectionLadder.MustRefuse(Rung, Role, [Refused, blind]);
        var (control, after) = ConnectionLadder.MustOpen(VerificationSteps.StillOpenToUs, Role, blind);

        (verdict, step.Outcome).ShouldBe((VerificationVerdict.Unknown, StepOutcome.Failed));
        (after, control.Outcome).ShouldBe((VerificationVerdict.Unknown, StepOutcome.Failed));
        step.Detail.ShouldContain("Words.");
    }

    [Theory]
    [InlineData(FailureReasons.VendorCredentials, true)]
    [InlineData(FailureReasons.NotAnAwsAnswer, false)]
    public void The_operator_is_said_to_be_told_only_of_what_raises_the_alarm(string reason, bool isTold)
    {
        AwsAnswer<OpenedDoor> answer = new AwsFailure(reason, FaultOf.Vendor, CanRetry: true, "Code", "Words.");
        var blind = DoorObservation.Of("to a principal of another account", answer);

        var (step, _) = ConnectionLadder.MustRefuseOthers(VerificationSteps.RefusedToOthers, Role, [blind], []);

        step.Detail!.Contains("the operator is told", StringComparison.Ordinal).ShouldBe(isTold);
    }

    [Fact]
    public void A_role_that_has_closed_to_us_meanwhile_blames_nobody()
    {
        var (step, verdict) = ConnectionLadder.MustOpen(VerificationSteps.StillOpenToUs, Role, Refused);

        (verdict, step.Outcome).ShouldBe((VerificationVerdict.Unknown, StepOutcome.Failed));
        step.Detail.ShouldContain("prove nothing");
    }

    [Fact]
    public void Others_that_were_not_there_prove_nothing_and_are_named()
    {
        const string Others = VerificationSteps.RefusedToOthers;

        var (nobody, skipped) = ConnectionLadder.MustRefuseOthers(Others, Role, [], ["a stranger", "a colleague"]);
        var (one, passed) = ConnectionLadder.MustRefuseOthers(Others, Role, [Refused], ["a colleague"]);
        var (all, _) = ConnectionLadder.MustRefuseOthers(Others, Role, [Refused], []);

        (nobody.Outcome, skipped).ShouldBe((StepOutcome.Skipped, VerificationVerdict.Passed));
        nobody.Detail.ShouldContain("Not proven, for want of a witness: that it refuses a stranger and a colleague.");
        (one.Outcome, passed).ShouldBe((StepOutcome.Passed, VerificationVerdict.Passed));
        one.Detail.ShouldContain("that it refuses a colleague.");
        all.Detail.ShouldNotContain("Not proven");
    }

    [Fact]
    public void A_role_that_opens_to_others_names_too_many_principals()
    {
        var (step, verdict) = ConnectionLadder.MustRefuseOthers(
            VerificationSteps.RefusedToOthers, Role, [Refused, Opened], []);

        (verdict, step.Outcome, step.AwsRequestId).ShouldBe((VerificationVerdict.Open, StepOutcome.Failed, "opened"));
        step.Detail.ShouldContain("its principal is too wide");
        step.Remedy.ShouldNotBeNull().ShouldContain("vendorPrincipalArn");
    }

    [Fact]
    public void Decoys_are_fresh_differ_from_the_right_one_and_are_ids_that_STS_takes()
    {
        var right = ExternalIds.Issue();

        var first = ExternalIdDecoys.Of(right);
        var second = ExternalIdDecoys.Of(right);

        first.Select(decoy => decoy.Id).ShouldBeUnique();
        first.ShouldAllBe(decoy => decoy.Id != right);
        first[0].Id.ShouldNotBe(second[0].Id);
        first.ShouldAllBe(decoy => decoy.Id.Reveal().All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
    }

    [Fact]
    public void A_million_external_ids_are_a_million_different_ones()
    {
        const int Many = 1_000_000;

        var issued = Enumerable.Range(0, Many).Select(_ => ExternalIds.Issue()).ToHashSet();

        issued.Count.ShouldBe(Many);
        issued.ShouldAllBe(id => id.Reveal().Length == ExternalIds.Prefix.Length + ExternalIds.RandomCharacters);
    }
}
