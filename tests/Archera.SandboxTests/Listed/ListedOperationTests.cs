namespace Archera.SandboxTests.Listed;

public sealed class ListedOperationTests
{
    private const string AllowAll = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}
        """;

    private const string ReadsOnly = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ce:GetCostAndUsage","Resource":"*"}}
        """;

    [Theory]
    [InlineData("ec2:PurchaseReservedInstancesOffering", 403, "UnauthorizedOperation")]
    [InlineData("ec2:DescribeVolumes", 403, "UnauthorizedOperation")]
    [InlineData("rds:PurchaseReservedDBInstancesOffering", 403, "AccessDenied")]
    [InlineData("redshift:PurchaseReservedNodeOffering", 403, "AccessDenied")]
    [InlineData("elasticache:PurchaseReservedCacheNodesOffering", 403, "AccessDenied")]
    [InlineData("iam:CreateUser", 403, "AccessDenied")]
    [InlineData("sts:GetSessionToken", 403, "AccessDenied")]
    [InlineData("memorydb:PurchaseReservedNodesOffering", 400, "AccessDeniedException")]
    [InlineData("ce:StartSavingsPlansPurchaseRecommendationGeneration", 400, "AccessDeniedException")]
    [InlineData("support:CreateCase", 400, "AccessDeniedException")]
    [InlineData("es:PurchaseReservedInstanceOffering", 403, "AccessDeniedException")]
    [InlineData("es:PurchaseReservedElasticsearchInstanceOffering", 403, "AccessDeniedException")]
    [InlineData("savingsplans:CreateSavingsPlan", 403, "AccessDeniedException")]
    public async Task Is_denied_by_name_in_its_services_shape_and_else_says_that_there_is_no_more(
        string action, int status, string code)
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole(permission: AllowAll);
        var narrowed = await sandbox.SessionKeysAsync(request => request.Policy = ReadsOnly.Trim());
        var whole = await sandbox.SessionKeysAsync();

        var denied = await sandbox.SendAsync(NamedCall.Of(narrowed, action));
        var allowed = await sandbox.SendAsync(NamedCall.Of(whole, action));

        (denied.Status, denied.ErrorCode).ShouldBe((status, code), denied.Body);
        denied.ErrorMessage.ShouldContain(
            $"User: arn:aws:sts::{TinyWorld.Payer}:assumed-role/Archera/test is not authorized to perform: {action} ");
        denied.ErrorMessage.ShouldEndWith($"because no session policy allows the {action} action");
        (allowed.Status, allowed.ErrorCode, allowed.ErrorMessage).ShouldBe(
            (501, "NotImplemented", $"The simulated AWS allowed {action} and has no more of it."));
        sandbox.Aws.Trail.Events(TinyWorld.Payer)[^2].GetProperty("errorCode").GetString()
            .ShouldBe(action.StartsWith("ec2:", StringComparison.Ordinal) ? "Client." + code : code);
    }

    [Fact]
    public async Task Goes_by_the_name_that_IAM_has_for_it()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole(permission: AllowAll.Replace("\"*\",\"R", "\"budgets:ModifyBudget\",\"R"));
        var keys = await sandbox.SessionKeysAsync();

        var write = await sandbox.SendAsync(NamedCall.Of(keys, "budgets:CreateBudget"));
        var read = await sandbox.SendAsync(NamedCall.Of(keys, "budgets:DescribeBudgets"));

        write.Status.ShouldBe(501);
        read.ErrorMessage.ShouldEndWith(
            "because no identity-based policy allows the budgets:ViewBudget action");
    }

    [Fact]
    public async Task Tells_a_dry_run_in_EC2_whether_it_would_have_been_allowed()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole(permission: AllowAll);
        var whole = await sandbox.SessionKeysAsync();
        var narrowed = await sandbox.SessionKeysAsync(request => request.Policy = ReadsOnly.Trim());

        var allowed = await DryRunAsync(whole);
        var denied = await DryRunAsync(narrowed);

        (allowed.Status, allowed.ErrorCode).ShouldBe((412, "DryRunOperation"));
        denied.ErrorCode.ShouldBe("UnauthorizedOperation");

        Task<RawAnswer> DryRunAsync(SigningKeys keys) => sandbox.SendAsync(
            NamedCall.Of(keys, "ec2:PurchaseHostReservation"), request => request.Body += "&DryRun=true");
    }

    [Theory]
    [InlineData("ec2:DescribeInstances", 401, "AuthFailure")]
    [InlineData("rds:PurchaseReservedDBInstancesOffering", 403, "SignatureDoesNotMatch")]
    [InlineData("memorydb:PurchaseReservedNodesOffering", 400, "InvalidSignatureException")]
    [InlineData("savingsplans:CreateSavingsPlan", 403, "InvalidSignatureException")]
    public async Task Believes_nobody_whose_signature_is_wrong(string action, int status, string code)
    {
        await using var sandbox = await Sandbox.StartAsync();

        var answer = await sandbox.SendAsync(NamedCall.Of(sandbox.VendorKeys with { Secret = "wrong" }, action));

        (answer.Status, answer.ErrorCode).ShouldBe((status, code), answer.Body);
    }

    [Theory]
    [InlineData("ec2:PurchaseReservedInstances", "InvalidAction")]
    [InlineData("rds:PurchaseReservedDBInstances", "InvalidAction")]
    [InlineData("memorydb:PurchaseReservedNodes", "UnknownOperationException")]
    [InlineData("ce:PurchaseEverything", "UnknownOperationException")]
    public async Task Is_not_any_name_that_sounds_like_one(string action, string code)
    {
        await using var sandbox = await Sandbox.StartAsync();

        var answer = await sandbox.SendAsync(NamedCall.Of(sandbox.VendorKeys, action));

        (answer.Status, answer.ErrorCode).ShouldBe((400, code), answer.Body);
    }
}
