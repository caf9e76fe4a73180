using Amazon.SecurityToken.Model;

namespace Archera.SandboxTests.Sts;

public sealed class RoleChainTests
{
    private const string Second = $"arn:aws:iam::{TinyWorld.OtherPayer}:role/Second";

    private const string MayAssume = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:*","Resource":"*"}}
        """;

    [Fact]
    public async Task Allows_one_hour_and_not_a_second_more()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole(permission: MayAssume);
        sandbox.PutRole(Second, sandbox.Trust(principal: Sandbox.RoleArn), maxSeconds: 43200);
        var first = (await sandbox.AssumeAsync()).Credentials;

        var chained = await sandbox.AssumeAsync(Chain(3600), first);
        var refusal = await sandbox.RefusedAsync(Chain(3601), first);

        chained.AssumedRoleUser.Arn.ShouldBe($"arn:aws:sts::{TinyWorld.OtherPayer}:assumed-role/Second/test");
        refusal.Message.ShouldBe(
            "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
    }

    [Fact]
    public async Task Needs_the_callers_own_policy_across_accounts_even_when_everybody_is_trusted()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole(permission: Sandbox.AllowReads);
        sandbox.PutRole(Second, sandbox.Trust(principal: "*"));
        var first = (await sandbox.AssumeAsync()).Credentials;

        (await sandbox.RefusedAsync(Chain(900), first)).ErrorCode.ShouldBe("AccessDenied");
        sandbox.PutRole(permission: MayAssume);
        (await sandbox.AssumeAsync(Chain(900), first)).Credentials.ShouldNotBeNull();
    }

    [Fact]
    public async Task Needs_no_policy_inside_one_account_when_the_trust_names_the_caller()
    {
        await using var sandbox = await Sandbox.StartAsync();
        const string Sibling = $"arn:aws:iam::{TinyWorld.Payer}:role/Sibling";
        sandbox.PutRole();
        sandbox.PutRole(Sibling, sandbox.Trust(principal: Sandbox.RoleArn));
        var first = (await sandbox.AssumeAsync()).Credentials;

        var named = await sandbox.AssumeAsync(request => request.RoleArn = Sibling, first);
        sandbox.PutRole(Sibling, sandbox.Trust(principal: TinyWorld.Payer));
        var throughAccount = await sandbox.RefusedAsync(request => request.RoleArn = Sibling, first);

        named.Credentials.ShouldNotBeNull();
        throughAccount.ErrorCode.ShouldBe("AccessDenied");
    }

    [Fact]
    public async Task Breaks_when_the_trusted_role_is_deleted_and_made_again()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole(permission: MayAssume);
        sandbox.PutRole(Second, sandbox.Trust(principal: Sandbox.RoleArn));
        sandbox.Aws.Roles.Delete(Sandbox.RoleArn);
        sandbox.PutRole(permission: MayAssume);
        var first = (await sandbox.AssumeAsync()).Credentials;

        (await sandbox.RefusedAsync(Chain(900), first)).ErrorCode.ShouldBe("AccessDenied");
    }

    [Fact]
    public async Task Inherits_the_source_identity_and_lets_nobody_change_it()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole(permission: MayAssume);
        sandbox.PutRole(Second, sandbox.Trust(principal: Sandbox.RoleArn));
        var first = (await sandbox.AssumeAsync(request => request.SourceIdentity = "archera")).Credentials;

        var inherited = await sandbox.AssumeAsync(Chain(900), first);
        var changed = await sandbox.RefusedAsync(
            request =>
            {
                Chain(900)(request);
                request.SourceIdentity = "somebody";
            },
            first);

        inherited.SourceIdentity.ShouldBe("archera");
        changed.Message.ShouldBe("The source identity is already set for this assume role session");
    }

    [Fact]
    public async Task Names_the_action_that_is_missing_when_only_the_source_identity_is_not_granted()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole(trust: sandbox.Trust().Replace(",\"sts:SetSourceIdentity\"", ""));

        await sandbox.AssumeAsync();
        var refusal = await sandbox.RefusedAsync(request => request.SourceIdentity = "archera");

        refusal.Message.ShouldBe(
            $"User: {sandbox.Aws.Vendor.UserArn} is not authorized to perform: sts:SetSourceIdentity on resource: "
                + $"{Sandbox.RoleArn}");
    }

    private static Action<AssumeRoleRequest> Chain(int seconds) => request =>
    {
        request.RoleArn = Second;
        request.DurationSeconds = seconds;
    };
}
