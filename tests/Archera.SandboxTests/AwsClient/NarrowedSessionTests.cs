using Amazon.SecurityToken.Model;
using Archera.Aws.Sessions;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Permissions;

namespace Archera.SandboxTests.AwsClient;

/// <summary>The role of tier Production grants writes; a session of ours, opened our way, can't use them.</summary>
public sealed class NarrowedSessionTests
{
    private static readonly string[] Writes =
        [.. PermissionTable.Rows.Where(row => row.Writes).Select(row => row.Action)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_try_at_the_door_opens_nothing_wider_than_a_session(bool full)
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        await using var host = AwsClientHost.At(sandbox);

        var opened = await host.Connection.TryDoorAsync(
            new DoorTry(new ExternalId(AwsClientHost.ExternalIdText), full), TestContext.Current.CancellationToken);

        opened.Succeeded.ShouldBeTrue(opened.Failure?.Detail);
        var asked = sandbox.Aws.Trail.Events(TinyWorld.Payer)
            .Single(happened => happened.GetProperty("eventName").GetString() == "AssumeRole")
            .GetProperty("requestParameters");
        asked.GetProperty("policy").GetString()
            .ShouldBe(SessionPolicy.Of(host.Datasets.SelectMany(dataset => dataset.Actions)));
        asked.TryGetProperty("sourceIdentity", out _).ShouldBe(full);
    }

    [Fact]
    public async Task Every_write_that_the_role_grants_is_denied_to_our_session()
    {
        await using var sandbox = await ProductionAsync();
        var ours = await sandbox.SessionKeysAsync(AsWeOpenIt(ConnectionMode.Payer));
        var whole = await sandbox.SessionKeysAsync();

        Writes.Length.ShouldBeGreaterThan(20);
        foreach (var action in Writes)
        {
            var denied = await sandbox.SendAsync(NamedCall.Of(ours, action));
            var granted = await sandbox.SendAsync(NamedCall.Of(whole, action));

            denied.ErrorCode.ShouldBeOneOf("AccessDenied", "AccessDeniedException", "UnauthorizedOperation");
            denied.ErrorMessage.ShouldEndWith($"because no session policy allows the {action} action");
            granted.ErrorCode.ShouldBe("NotImplemented", $"{action} is not granted by the role: {granted.Body}");
            TestContext.Current.TestOutputHelper?.WriteLine($"{action,-55} {denied.Status} {denied.ErrorCode}");
        }
    }

    [Theory]
    [InlineData("ec2:DescribeVolumes")]
    [InlineData("ec2:RunInstances")]
    [InlineData("iam:CreateUser")]
    [InlineData("organizations:LeaveOrganization")]
    public async Task Nor_may_it_do_what_no_dataset_reads(string action)
    {
        await using var sandbox = await ProductionAsync();
        var ours = await sandbox.SessionKeysAsync(AsWeOpenIt(ConnectionMode.Payer));

        var answer = await sandbox.SendAsync(NamedCall.Of(ours, action));

        answer.ErrorCode.ShouldBeOneOf("AccessDenied", "AccessDeniedException", "UnauthorizedOperation");
    }

    [Theory]
    [InlineData(ConnectionMode.Payer)]
    [InlineData(ConnectionMode.SubAccount)]
    public async Task It_may_do_what_the_datasets_of_its_mode_are_read_with(ConnectionMode mode)
    {
        await using var sandbox = await ProductionAsync();
        var ours = await sandbox.SessionKeysAsync(AsWeOpenIt(mode));

        foreach (var row in PermissionTable.Reads)
        {
            var answer = await sandbox.SendAsync(NamedCall.Of(ours, row.Action));
            var isDenied = $"{answer.ErrorType} {answer.Body}".Contains("AccessDenied", StringComparison.Ordinal);

            isDenied.ShouldBe(!PermissionTable.ReadIn(mode).Contains(row), $"{row.Action}: {answer.Body}");
        }
    }

    private static async Task<Sandbox> ProductionAsync()
    {
        var sandbox = await Sandbox.StartAsync();
        var actions = PermissionTable.GrantedTo(PermissionTier.Production, ConnectionMode.Payer)
            .Select(row => $"\"{row.Action}\"");
        sandbox.PutRole(permission:
            $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[{{string.Join(',', actions)}}],"Resource":"*"}]}
            """);
        return sandbox;
    }

    /// <summary>The very request that opens a session of ours.</summary>
    private static Action<AssumeRoleRequest> AsWeOpenIt(ConnectionMode mode)
    {
        var form = new AssumeRoleForm(new AccountRole(
            PayerAccountKey.Parse($"aws:{TinyWorld.Payer}"),
            RoleArn.Parse(Sandbox.RoleArn),
            new ExternalId(Sandbox.ExternalId),
            [.. PermissionTable.ReadIn(mode).Select(row => row.Action)])).Session();
        return request =>
        {
            request.RoleSessionName = form.RoleSessionName;
            request.SourceIdentity = form.SourceIdentity;
            request.DurationSeconds = form.DurationSeconds;
            request.Policy = form.Policy;
        };
    }
}
