using Archera.Aws.Calls;
using Archera.Contracts.Time;
using Archera.Sandbox.Aws.Faults;

namespace Archera.SandboxTests.AwsClient;

public sealed class RoleSessionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opens_as_the_role_and_names_itself_in_the_session()
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox);

        var opened = await host.Connection.OpenAsync(Cancellation);

        opened.Succeeded.ShouldBeTrue(opened.Failure?.Detail);
        opened.RequestId.ShouldNotBeNullOrEmpty();
        opened.Value!.Account.ShouldBe(TinyWorld.Payer);
        opened.Value.Arn.ShouldMatch($"^arn:aws:sts::{TinyWorld.Payer}:assumed-role/Archera/archera-[0-9a-f]{{8}}$");
        var trail = await sandbox.ControlAsync(HttpMethod.Get, $"cloudtrail?account={TinyWorld.Payer}");
        trail.Json.GetProperty("Records").EnumerateArray()
            .ShouldContain(record => record.GetProperty("eventName").GetString() == "AssumeRole");
    }

    [Fact]
    public async Task Twenty_callers_at_once_open_one_session()
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.Connection.OpenAsync(Cancellation)));

        answers.ShouldAllBe(answer => answer.Succeeded);
        host.Attempts.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Asks_AWS_who_it_is()
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox);

        var identity = await host.Connection.GetCallerIdentityAsync(Cancellation);

        identity.Value.ShouldNotBeNull().Account.ShouldBe(TinyWorld.Payer);
    }

    [Fact]
    public async Task A_wrong_external_id_is_the_customers_to_mend_and_is_in_no_text()
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox);
        await using var wrong = host.Connect(externalId: "ext-of-somebody-else");

        var opened = await wrong.OpenAsync(Cancellation);

        var failure = opened.Failure.ShouldNotBeNull();
        (failure.Reason, failure.Fault, failure.CanRetry, failure.Code)
            .ShouldBe((FailureReasons.AccessDenied, FaultOf.Customer, false, "AccessDenied"));
        failure.RequestId.ShouldNotBeNullOrEmpty();
        failure.ToString().ShouldNotContain("ext-of-somebody-else");
    }

    [Fact]
    public async Task Our_own_wrong_keys_are_our_fault_and_a_renewed_profile_is_noticed()
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox);
        host.Rewrite((sandbox.Aws.Vendor.AccessKeyId, "wrong"));

        var refused = await host.Connection.OpenAsync(Cancellation);
        host.Rewrite((sandbox.Aws.Vendor.AccessKeyId, sandbox.Aws.Vendor.SecretAccessKey));
        var opened = await host.Connection.OpenAsync(Cancellation);

        var failure = refused.Failure.ShouldNotBeNull();
        (failure.Reason, failure.Fault).ShouldBe((FailureReasons.VendorCredentials, FaultOf.Vendor));
        opened.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_of_profiles_that_cannot_be_read_is_our_fault_and_noticed_when_mended()
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox);
        host.Spoil();

        var refused = await host.Connection.OpenAsync(Cancellation);
        host.Rewrite((sandbox.Aws.Vendor.AccessKeyId, sandbox.Aws.Vendor.SecretAccessKey));
        var opened = await host.Connection.OpenAsync(Cancellation);

        var failure = refused.Failure.ShouldNotBeNull();
        (failure.Reason, failure.Fault).ShouldBe((FailureReasons.VendorCredentials, FaultOf.Vendor));
        opened.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_partition_without_a_profile_says_which_setting_is_missing()
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox, new() { ["Aws:Partitions:aws:Profile"] = "missing" });

        var failure = (await host.Connection.OpenAsync(Cancellation)).Failure.ShouldNotBeNull();

        failure.Reason.ShouldBe(FailureReasons.VendorCredentials);
        failure.Detail.ShouldContain("Aws:Partitions:aws:Profile");
        host.Attempts.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_expired_session_is_replaced_once_and_the_call_goes_on()
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox);
        await host.Connection.OpenAsync(Cancellation);
        sandbox.Aws.Sessions.Expire();

        var reading = await host.ReadAsync("LinkedAccounts", DatePeriod.OfDay(new DateOnly(2026, 11, 1)));

        reading.Succeeded.ShouldBeTrue(reading.Failure?.Detail);
        host.Attempts.All.Count(a => a.Operation == "AssumeRole").ShouldBe(2);
        host.Attempts.Outcomes.Count(o => o == FailureReasons.SessionExpired).ShouldBe(1);
    }

    [Fact]
    public async Task A_deleted_role_ends_as_access_denied()
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox);
        await host.Connection.OpenAsync(Cancellation);
        sandbox.Aws.Roles.Delete(Sandbox.RoleArn);

        var reading = await host.ReadAsync("LinkedAccounts", DatePeriod.OfDay(new DateOnly(2026, 11, 1)));

        reading.Failure.ShouldNotBeNull().Reason.ShouldBe(FailureReasons.AccessDenied);
    }

    [Fact]
    public async Task The_session_may_do_nothing_but_what_was_asked_for()
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox);
        await using var narrow = host.Connect(actions: ["ce:GetCostAndUsage"]);

        var denied = await narrow.OrganizationsAsync(
            (client, token) => client.ListAccountsAsync(new(), token), "ListAccounts", Cancellation);

        denied.Failure.ShouldNotBeNull().Reason.ShouldBe(FailureReasons.AccessDenied);
    }

    [Theory]
    [InlineData(FaultKind.Html200, FailureReasons.NotAnAwsAnswer)]
    [InlineData(FaultKind.Truncate, FailureReasons.NotAnAwsAnswer)]
    [InlineData(FaultKind.Reset, FailureReasons.Unreachable)]
    [InlineData(FaultKind.Error500, FailureReasons.AwsError)]
    public async Task A_broken_answer_of_STS_is_never_a_session(FaultKind kind, string reason)
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox);
        sandbox.Aws.Faults.Replace([new Fault(kind, 1, Service: "sts")]);

        var opened = await host.Connection.OpenAsync(Cancellation);

        opened.Failure.ShouldNotBeNull().Reason.ShouldBe(reason);
        host.Attempts.All.Count.ShouldBe(5);
        host.ProcessTotals.Calls.ShouldBe(5);
        sandbox.Aws.Calls.Rows().Sum(row => row.Sent).ShouldBe(5);
    }

    private static async Task<Sandbox> StartAsync()
    {
        var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        return sandbox;
    }
}
