using Archera.Aws.Calls;
using Archera.Aws.Costs;
using Archera.Aws.Datasets;
using Archera.Aws.Datasets.CostByRecordType;
using Archera.Aws.Datasets.LinkedAccounts;
using Archera.Contracts.Accounts;
using Archera.Grains.Onboarding;
using Microsoft.Extensions.Options;

namespace Archera.UnitTests.Grains;

public sealed class DatasetRungTests
{
    private static readonly IDataset Costs = new CostByRecordTypeDataset(Options.Create(new CostReadOptions()));
    private static readonly IDataset Accounts = new LinkedAccountsDataset(Options.Create(new LinkedAccountsOptions()));

    [Fact]
    public void Says_the_price_before_it_is_spent()
    {
        DatasetRung.NotAsked(Costs).Detail.ShouldContain(
            "GetCostAndUsage for one day, which AWS charges this account 0.01 USD for");
        DatasetRung.NotAsked(Accounts).Detail.ShouldContain("ListAccounts for one account, which is free");
    }

    [Fact]
    public void Quotes_what_AWS_says_of_a_denial_and_says_how_to_read_it()
    {
        const string Words = "User: x is not authorized to perform: ce:GetCostAndUsage with an explicit deny in a "
            + "service control policy";

        var step = DatasetRung.Of(Costs, Denied(Words));

        step.Outcome.ShouldBe(StepOutcome.Failed);
        step.Detail.ShouldContain($"AWS says: \"{Words}\".");
        step.Remedy.ShouldNotBeNull().ShouldContain("service control policy");
        step.Remedy.ShouldContain("session policy");
        step.Remedy.ShouldContain("enable Cost Explorer");
    }

    [Fact]
    public void Decides_nothing_by_what_AWS_says()
    {
        var silent = DatasetRung.Of(Costs, Denied(null));
        var spoken = DatasetRung.Of(Costs, Denied("User not enabled for cost explorer access"));

        spoken.ShouldBe(silent with { Detail = spoken.Detail });
    }

    [Fact]
    public void Does_not_speak_of_Cost_Explorer_where_it_is_not_asked() =>
        DatasetRung.Of(Accounts, Denied(null)).Remedy.ShouldNotBeNull().ShouldNotContain("Cost Explorer");

    [Theory]
    [InlineData(FailureReasons.Throttled, FaultOf.Aws, true)]
    [InlineData(FailureReasons.AwsError, FaultOf.Aws, true)]
    [InlineData(FailureReasons.SessionExpired, FaultOf.Customer, true)]
    [InlineData(FailureReasons.DataUnavailable, FaultOf.Customer, true)]
    [InlineData(FailureReasons.DataUnavailable, FaultOf.Customer, false)]
    public void Takes_what_is_no_denial_for_no_proof(string reason, FaultOf fault, bool canRetry)
    {
        var step = DatasetRung.Of(Costs, new AwsFailure(reason, fault, canRetry, "Code", "What happened."));

        step.Outcome.ShouldBe(StepOutcome.Failed);
        step.Detail.ShouldContain("Not proven");
        step.Detail.ShouldContain("What happened.");
        step.Remedy.ShouldNotBeNull().ShouldNotContain("statement");
    }

    private static AwsFailure Denied(string? words) =>
        new(FailureReasons.AccessDenied, FaultOf.Customer, false, "AccessDeniedException", "Denied.")
        {
            AwsWords = words,
        };
}
