using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;

namespace Archera.UnitTests.Aws.Sessions;

/// <summary>What becomes of a refusal when the control role does not open.</summary>
public sealed class ControlFaultTests
{
    private static readonly PayerAccountKey Account = PayerAccountKey.Parse("aws:111122223333");

    [Theory]
    [InlineData(FailureReasons.AccessDenied, FaultOf.Customer, false)]
    [InlineData(FailureReasons.RegionDisabled, FaultOf.Customer, false)]
    [InlineData(FailureReasons.VendorCredentials, FaultOf.Vendor, true)]
    [InlineData(FailureReasons.InvalidRequest, FaultOf.Vendor, false)]
    public void Is_ours_where_no_repetition_changes_it(string reason, FaultOf fault, bool canRetry)
    {
        var about = ControlFault.Of(Failure(reason, fault, canRetry)).About(Account);

        (about.Reason, about.Fault, about.CanRetry).ShouldBe((FailureReasons.VendorCredentials, FaultOf.Vendor, true));
        about.Detail.ShouldContain("on our side");
        about.Detail.ShouldContain("Aws:Partitions:aws:ControlRole");
    }

    [Theory]
    [InlineData(FailureReasons.Throttled, FaultOf.Aws)]
    [InlineData(FailureReasons.AwsError, FaultOf.Aws)]
    [InlineData(FailureReasons.Unreachable, FaultOf.Network)]
    [InlineData(FailureReasons.CircuitOpen, FaultOf.Network)]
    public void Is_nobodys_where_AWS_did_not_say(string reason, FaultOf fault)
    {
        var about = ControlFault.Of(Failure(reason, fault, canRetry: true)).About(Account);

        (about.Reason, about.Fault, about.CanRetry).ShouldBe((reason, fault, true));
        about.Detail.ShouldContain("could not be found out");
    }

    [Theory]
    [InlineData(FailureReasons.AccessDenied, false)]
    [InlineData(FailureReasons.Throttled, true)]
    public void Speaks_of_the_account_that_is_judged_and_of_no_other(string reason, bool canRetry)
    {
        var about = ControlFault.Of(Failure(reason, FaultOf.Aws, canRetry)).About(Account);

        about.Detail.ShouldContain("Account aws:111122223333");
        about.Detail.ShouldContain("proves nothing about the account's role");
        about.Detail.ShouldNotContain("999988887777");
    }

    private static AwsFailure Failure(string reason, FaultOf fault, bool canRetry) =>
        new(reason, fault, canRetry, "Code", "Account aws:999988887777: words.", "request");
}
