using System.Diagnostics.Metrics;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Sandbox.Aws.Iam;
using Microsoft.Extensions.Time.Testing;

namespace Archera.SandboxTests.AwsClient;

/// <summary>Whose fault it is that a role refuses us.</summary>
public sealed class OurStandingTests
{
    private const string Refused = "ControlRefused";
    private const string MayDoNothing = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}
        """;

    private static readonly DoorTry Bare = new(new ExternalId(AwsClientHost.ExternalIdText), Full: false);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_role_that_is_gone_is_to_blame_while_the_control_role_opens()
    {
        await using var sandbox = await StartAsync();
        await using var host = Host(sandbox);
        sandbox.Aws.Roles.Delete(Sandbox.RoleArn);

        var failure = await RefusalAsync(host);

        (failure.Reason, failure.Fault).ShouldBe((FailureReasons.AccessDenied, FaultOf.Customer));
        failure.Detail.ShouldContain("It is this role");
    }

    [Theory]
    [InlineData("\"sts:AssumeRole\"")]
    [InlineData("\"sts:SetSourceIdentity\"")]
    public async Task A_policy_of_ours_that_denies_what_opening_takes_is_to_blame_instead(string denied)
    {
        await using var sandbox = await StartAsync();
        await using var host = Host(sandbox);
        Deny(sandbox, denied);

        var failure = await RefusalAsync(host);

        (failure.Reason, failure.Fault, failure.CanRetry, failure.Code)
            .ShouldBe((FailureReasons.VendorCredentials, FaultOf.Vendor, true, Refused));
        failure.Detail.ShouldContain("on our side");
        failure.Detail.ShouldContain("proves nothing about the account's role");
        failure.Detail.ShouldNotContain(ControlRole(sandbox));
        Allow(sandbox);
        (await host.Connection.OpenAsync(Cancellation)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_try_with_the_right_id_is_judged_as_a_session_is_and_one_with_another_is_not()
    {
        await using var sandbox = await StartAsync();
        await using var host = Host(sandbox);
        Deny(sandbox, "\"sts:AssumeRole\"");

        var right = await host.Connection.TryDoorAsync(Bare, Cancellation);
        var asked = host.Attempts.All.Count;
        var none = await host.Connection.TryDoorAsync(Bare with { ExternalId = null }, Cancellation);

        right.Failure.ShouldNotBeNull().Code.ShouldBe(Refused);
        none.Failure.ShouldNotBeNull().Reason.ShouldBe(FailureReasons.AccessDenied);
        host.Attempts.All.Count.ShouldBe(asked + 1);
    }

    [Fact]
    public async Task That_the_control_role_opened_says_nothing_of_a_later_refusal()
    {
        await using var sandbox = await StartAsync();
        await using var host = Host(sandbox);
        sandbox.Aws.Roles.Delete(Sandbox.RoleArn);
        (await RefusalAsync(host)).Reason.ShouldBe(FailureReasons.AccessDenied);

        Deny(sandbox, "\"sts:AssumeRole\"");

        (await RefusalAsync(host)).Code.ShouldBe(Refused);
    }

    [Fact]
    public async Task A_hundred_accounts_refused_at_once_are_judged_by_one_request_and_count_each()
    {
        await using var sandbox = await StartAsync();
        await using var host = Host(sandbox);
        var accounts = Enumerable.Range(0, 100).Select(_ => host.Connect()).ToArray();
        Deny(sandbox, "\"sts:AssumeRole\"");
        var counted = 0;
        using var listener = Listen(host, () => Interlocked.Increment(ref counted));

        var answers = await Task.WhenAll(accounts.Select(account => account.OpenAsync(Cancellation)));

        answers.ShouldAllBe(answer => answer.Failure!.Code == Refused);
        host.Attempts.All.Count(attempt => attempt.Operation == "AssumeRole").ShouldBe(accounts.Length + 1);
        counted.ShouldBe(1);
        foreach (var account in accounts)
            await account.DisposeAsync();
    }

    [Fact]
    public async Task Our_own_keys_that_AWS_refuses_count_too()
    {
        await using var sandbox = await StartAsync();
        await using var host = Host(sandbox);
        host.Rewrite((sandbox.Aws.Vendor.AccessKeyId, "wrong"));
        var counted = 0;
        using var listener = Listen(host, () => Interlocked.Increment(ref counted));

        (await RefusalAsync(host)).Reason.ShouldBe(FailureReasons.VendorCredentials);

        counted.ShouldBe(1);
    }

    [Fact]
    public async Task A_fault_of_ours_is_looked_at_again_after_a_while()
    {
        await using var sandbox = await StartAsync();
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = Host(sandbox, time);
        sandbox.Aws.Roles.Delete(Sandbox.RoleArn);
        Deny(sandbox, "\"sts:AssumeRole\"");
        (await RefusalAsync(host)).Code.ShouldBe(Refused);
        Allow(sandbox);

        time.Advance(OurStanding.FaultHolds - TimeSpan.FromTicks(1));
        (await RefusalAsync(host)).Code.ShouldBe(Refused);
        time.Advance(TimeSpan.FromTicks(1));

        (await RefusalAsync(host)).Reason.ShouldBe(FailureReasons.AccessDenied);
    }

    [Fact]
    public async Task A_fault_that_took_long_to_find_still_holds_for_those_who_waited()
    {
        await using var sandbox = await StartAsync();
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = Host(sandbox, time);
        Deny(sandbox, "\"sts:AssumeRole\"");
        host.Attempts.Ended = attempt => time.Advance(
            attempt.Operation == "AssumeRole" ? OurStanding.FaultHolds : TimeSpan.Zero);
        (await RefusalAsync(host)).Code.ShouldBe(Refused);
        host.Attempts.Ended = _ => { };

        (await RefusalAsync(host)).Code.ShouldBe(Refused);

        host.Attempts.All.Count(attempt => attempt.Operation == "AssumeRole").ShouldBe(3);
    }

    [Fact]
    public async Task A_control_role_in_our_own_account_proves_nothing()
    {
        await using var sandbox = await StartAsync();
        var own = $"arn:aws:iam::{sandbox.Aws.Vendor.AccountId}:role/control";
        sandbox.PutRole(own, sandbox.Trust(externalId: null), MayDoNothing);
        await using var host = Host(sandbox, controlRole: own);
        sandbox.Aws.Roles.Delete(Sandbox.RoleArn);

        var failure = await RefusalAsync(host);

        (failure.Reason, failure.Code).ShouldBe((FailureReasons.VendorCredentials, "UnfitControl"));
    }

    [Fact]
    public async Task Without_a_control_role_the_refusal_says_that_it_can_not_be_told_whose_fault_it_is()
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox);
        Deny(sandbox, "\"sts:AssumeRole\"");

        var failure = await RefusalAsync(host);

        failure.Reason.ShouldBe(FailureReasons.AccessDenied);
        failure.Detail.ShouldContain("no control role here to tell the two apart");
    }

    private static string ControlRole(Sandbox sandbox) =>
        $"arn:aws:iam::{sandbox.Aws.Users.Witness.AccountId}:role/control";

    private static async Task<Sandbox> StartAsync()
    {
        var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        sandbox.PutRole(ControlRole(sandbox), sandbox.Trust(externalId: null), MayDoNothing);
        return sandbox;
    }

    private static AwsClientHost Host(Sandbox sandbox, TimeProvider? time = null, string? controlRole = null) =>
        AwsClientHost.At(
            sandbox.Aws.Endpoint,
            new() { ["Aws:Partitions:aws:ControlRole"] = controlRole ?? ControlRole(sandbox) },
            time,
            keys: (sandbox.Aws.Vendor.AccessKeyId, sandbox.Aws.Vendor.SecretAccessKey));

    private static async Task<AwsFailure> RefusalAsync(AwsClientHost host) =>
        (await host.Connection.OpenAsync(Cancellation)).Failure.ShouldNotBeNull();

    private static void Deny(Sandbox sandbox, string action) => sandbox.Aws.Users.Replace(sandbox.Aws.Vendor with
    {
        Policy = PolicyDocument.Parse(
            $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:*","Resource":"*"},
            {"Effect":"Deny","Action":{{action}},"Resource":"*"}]}
            """,
            PolicyKind.Identity),
    });

    private static void Allow(Sandbox sandbox) => sandbox.Aws.Users.Replace(sandbox.Aws.Vendor);

    /// <summary>Other tests of this process raise the alarm too: only the host's own meter counts.</summary>
    private static MeterListener Listen(AwsClientHost host, Action counted)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, meter) =>
            {
                if (instrument.Meter.Scope == host.Meters && instrument.Name == "archera.aws.principal.unproven")
                    meter.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => counted());
        listener.Start();
        return listener;
    }
}
