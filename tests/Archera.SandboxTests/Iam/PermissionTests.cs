namespace Archera.SandboxTests.Iam;

public sealed class PermissionTests
{
    private const string Describe = "AWSOrganizationsV20161128.DescribeOrganization";
    private const string Costs = "AWSInsightsIndexService.GetCostAndUsage";

    private const string LastMonth = """
        {"TimePeriod":{"Start":"2026-10-01","End":"2026-11-01"},"Granularity":"MONTHLY","Metrics":["UnblendedCost"]}
        """;

    [Fact]
    public async Task Is_the_intersection_of_role_policy_and_session_policy()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole(permission: Allow("ce:*"));
        var keys = await sandbox.SessionKeysAsync(request => request.Policy = Allow("organizations:*").Trim());

        var costs = await sandbox.CallAsync(keys, Costs, LastMonth);
        var organization = await sandbox.CallAsync(keys, Describe);

        (costs.Status, costs.ErrorCode).ShouldBe((400, "AccessDeniedException"));
        costs.ErrorMessage.ShouldBe(
            $"User: arn:aws:sts::{TinyWorld.Payer}:assumed-role/Archera/test is not authorized to perform: "
            + $"ce:GetCostAndUsage on resource: arn:aws:ce:us-east-1:{TinyWorld.Payer}:/GetCostAndUsage "
            + "because no session policy allows the ce:GetCostAndUsage action");
        (organization.ErrorCode, organization.ErrorMessage).ShouldBe(
            ("AccessDeniedException", "You don't have permissions to access this resource."));
    }

    [Fact]
    public async Task Is_read_again_at_every_call()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole(permission: Allow("ce:GetCostAndUsage"));
        var keys = await sandbox.SessionKeysAsync();

        (await sandbox.CallAsync(keys, Costs, LastMonth)).Status.ShouldBe(200);
        sandbox.PutRole(permission: Allow("ce:GetTags"));
        (await sandbox.CallAsync(keys, Costs, LastMonth)).ErrorCode.ShouldBe("AccessDeniedException");
        sandbox.PutRole(permission: Allow("ce:GetCostAndUsage"));
        (await sandbox.CallAsync(keys, Costs, LastMonth)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Ends_for_sessions_that_were_issued_before_a_revocation()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        var keys = await sandbox.SessionKeysAsync();
        var revokedAt = TimeProvider.System.GetUtcNow().AddMinutes(1).ToString("O");

        sandbox.PutRole(permission: $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},
            {"Effect":"Deny","Action":"*","Resource":"*",
            "Condition":{"DateLessThan":{"aws:TokenIssueTime":"{{revokedAt}}"} } }]}
            """);
        var costs = await sandbox.CallAsync(keys, Costs, LastMonth);
        var identity = await sandbox.QueryAsync(keys, "Action=GetCallerIdentity&Version=2011-06-15");

        costs.ErrorMessage.ShouldEndWith("with an explicit deny in an identity-based policy");
        identity.Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("arn:aws:billing::111122223333:billingview/primary", true)]
    [InlineData("arn:aws:billing::444455556666:billingview/primary", false)]
    public async Task May_be_given_for_the_billing_view_alone(string resource, bool allowed)
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole(permission: Allow("ce:GetCostAndUsage", resource));
        var keys = await sandbox.SessionKeysAsync();

        (await sandbox.CallAsync(keys, Costs, LastMonth)).Status.ShouldBe(allowed ? 200 : 400);
    }

    [Theory]
    [InlineData("Bool")]
    [InlineData("BoolIfExists")]
    public async Task Is_not_given_to_a_session_where_it_wants_a_second_factor(string condition)
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole(permission: $$"""
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*",
            "Condition":{"{{condition}}":{"aws:MultiFactorAuthPresent":"true"} } } }
            """);
        var keys = await sandbox.SessionKeysAsync();

        (await sandbox.CallAsync(keys, Costs, LastMonth)).ErrorCode.ShouldBe("AccessDeniedException");
    }

    [Fact]
    public async Task Is_not_the_vendors_own_for_anything_but_assuming()
    {
        await using var sandbox = await Sandbox.StartAsync();

        (await sandbox.CallAsync(sandbox.VendorKeys, Costs, LastMonth)).ErrorCode.ShouldBe("AccessDeniedException");
    }

    private static string Allow(string action, string resource = "*") => $$"""
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"{{action}}","Resource":"{{resource}}"} }
        """;
}
