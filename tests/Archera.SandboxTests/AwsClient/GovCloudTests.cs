using Archera.Aws.Calls;
using Archera.Contracts.Time;

namespace Archera.SandboxTests.AwsClient;

public sealed class GovCloudTests
{
    [Fact]
    public async Task A_bill_that_AWS_keeps_elsewhere_is_no_empty_bill_and_costs_no_request()
    {
        await using var endpoint = ScriptedEndpoint.Sends("");
        await using var host = AwsClientHost.At(
            endpoint.Address,
            new() { ["Aws:Partitions:aws-us-gov:Profile"] = "archera" },
            partition: "aws-us-gov");

        var answer = await host.ReadAsync(
            "CostByRecordType", new DatePeriod(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 2)));

        var failure = answer.Failure.ShouldNotBeNull();
        (failure.Reason, failure.Fault, failure.CanRetry).ShouldBe(
            (FailureReasons.DataUnavailable, FaultOf.Customer, false));
        failure.Detail.ShouldStartWith($"Account {host.Account}: partition aws-us-gov has no ");
        failure.Detail.ShouldEndWith(
            "Its costs are on the bill of the standard account it is paired with: connect that one.");
        endpoint.Requests.ShouldBe(0);
    }
}
