using Microsoft.Extensions.Time.Testing;

namespace Archera.SandboxTests.Sts;

public sealed class SessionTests
{
    private const string Describe = "AWSOrganizationsV20161128.DescribeOrganization";

    [Fact]
    public async Task Ends_when_its_time_is_over()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var sandbox = await Sandbox.StartAsync(options => options with { TimeProvider = time });
        sandbox.PutRole();
        var keys = await sandbox.SessionKeysAsync(request => request.DurationSeconds = 900);

        time.Advance(TimeSpan.FromSeconds(901));
        var organizations = await sandbox.CallAsync(keys, Describe, change: request => request.At = time.GetUtcNow());
        var sts = await sandbox.QueryAsync(
            keys, "Action=GetCallerIdentity&Version=2011-06-15", request => request.At = time.GetUtcNow());

        (organizations.Status, organizations.ErrorCode).ShouldBe((400, "ExpiredTokenException"));
        (sts.Status, sts.ErrorCode).ShouldBe((403, "ExpiredToken"));
        sts.ErrorMessage.ShouldBe("The security token included in the request is expired");
    }

    [Fact]
    public async Task Ends_on_command_for_one_account_or_all()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        var keys = await sandbox.SessionKeysAsync();

        sandbox.Aws.Sessions.Expire(TinyWorld.OtherPayer).ShouldBe(0);
        (await sandbox.CallAsync(keys, Describe)).Status.ShouldBe(200);
        sandbox.Aws.Sessions.Expire().ShouldBe(1);
        (await sandbox.CallAsync(keys, Describe)).ErrorCode.ShouldBe("ExpiredTokenException");
    }

    [Fact]
    public async Task Dies_with_its_role_even_if_the_role_is_made_again()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        var keys = await sandbox.SessionKeysAsync();

        sandbox.Aws.Roles.Delete(Sandbox.RoleArn);
        var deleted = await sandbox.CallAsync(keys, Describe);
        sandbox.PutRole();
        var again = await sandbox.QueryAsync(keys, "Action=GetCallerIdentity&Version=2011-06-15");

        (deleted.Status, deleted.ErrorCode).ShouldBe((400, "UnrecognizedClientException"));
        (again.Status, again.ErrorCode).ShouldBe((403, "InvalidClientTokenId"));
    }

    [Fact]
    public async Task Outlives_a_change_of_the_trust_policy()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        var keys = await sandbox.SessionKeysAsync();

        sandbox.PutRole(trust: sandbox.Trust(externalId: "ext-changed"));

        (await sandbox.CallAsync(keys, Describe)).Status.ShouldBe(200);
        (await sandbox.RefusedAsync()).ErrorCode.ShouldBe("AccessDenied");
    }
}
