namespace Archera.SandboxTests.Iam;

public sealed class RoleOperationTests
{
    private const string Version = "2010-05-08";

    [Fact]
    public async Task Make_a_role_that_the_vendor_can_take_and_that_reads_what_its_policies_say()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var created = await CallAsync(sandbox, "CreateRole", sandbox.Trust(), ("Path", "/billing/"));
        await CallAsync(
            sandbox, "PutRolePolicy", null, ("PolicyName", "Reads"), ("PolicyDocument", Sandbox.AllowReads));
        var role = await CallAsync(sandbox, "GetRole");
        var keys = await sandbox.SessionKeysAsync(request => request.RoleArn = created.Xml("Arn"));
        var costs = await sandbox.CallAsync(keys, "AWSOrganizationsV20161128.DescribeOrganization");

        created.Status.ShouldBe(200, created.Body);
        created.Xml("Arn").ShouldBe($"arn:aws:iam::{TinyWorld.Payer}:role/billing/Archera");
        created.Xml("RoleId").ShouldMatch("^AROA[A-Z2-7]{17}$");
        role.Xml("RoleId").ShouldBe(created.Xml("RoleId"));
        role.Xml("MaxSessionDuration").ShouldBe("3600");
        Uri.UnescapeDataString(role.Xml("AssumeRolePolicyDocument")).ShouldBe(sandbox.Trust());
        costs.Status.ShouldBe(200, costs.Body);
    }

    [Fact]
    public async Task Replace_the_trust_without_ending_sessions_and_end_them_with_the_role()
    {
        await using var sandbox = await Sandbox.StartAsync();
        await CreateAsync(sandbox);
        var keys = await sandbox.SessionKeysAsync();

        await CallAsync(sandbox, "UpdateAssumeRolePolicy", null, ("PolicyDocument", sandbox.Trust("another-id")));
        var refused = await sandbox.RefusedAsync();
        var running = await sandbox.QueryAsync(keys, "Action=GetCallerIdentity&Version=2011-06-15");
        var conflict = await CallAsync(sandbox, "DeleteRole");
        await CallAsync(sandbox, "DeleteRolePolicy", null, ("PolicyName", "Reads"));
        var deleted = await CallAsync(sandbox, "DeleteRole");
        var ended = await sandbox.QueryAsync(keys, "Action=GetCallerIdentity&Version=2011-06-15");

        refused.ErrorCode.ShouldBe("AccessDenied");
        running.Status.ShouldBe(200);
        (conflict.Status, conflict.ErrorCode, conflict.ErrorMessage).ShouldBe(
            (409, "DeleteConflict", "Cannot delete entity, must delete policies first."));
        deleted.Status.ShouldBe(200);
        ended.ErrorCode.ShouldBe("InvalidClientTokenId");
        (await CallAsync(sandbox, "GetRole")).ErrorMessage.ShouldBe("The role with name Archera cannot be found.");
    }

    [Fact]
    public async Task Give_a_role_that_is_made_again_another_unique_id()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var first = await CallAsync(sandbox, "CreateRole", sandbox.Trust());
        var again = await CallAsync(sandbox, "CreateRole", sandbox.Trust(), ("Path", "/other/"));

        await CallAsync(sandbox, "DeleteRole");
        var second = await CallAsync(sandbox, "CreateRole", sandbox.Trust());

        (again.Status, again.ErrorCode, again.ErrorMessage).ShouldBe(
            (409, "EntityAlreadyExists", "Role with name Archera already exists."));
        second.Xml("RoleId").ShouldNotBe(first.Xml("RoleId"));
    }

    [Fact]
    public async Task Add_up_the_policies_of_a_role_and_list_them_by_pages()
    {
        await using var sandbox = await Sandbox.StartAsync();
        await CreateAsync(sandbox);

        var big = Sandbox.AllowReads.Replace("ce:Get*", "ce:" + new string('x', 9_000), StringComparison.Ordinal);
        var one = await CallAsync(sandbox, "PutRolePolicy", null, ("PolicyName", "Big"), ("PolicyDocument", big));
        var two = await CallAsync(sandbox, "PutRolePolicy", null, ("PolicyName", "Big2"), ("PolicyDocument", big));
        var page = await CallAsync(sandbox, "ListRolePolicies", null, ("MaxItems", "1"));
        var rest = await CallAsync(sandbox, "ListRolePolicies", null, ("Marker", page.Xml("Marker")));
        var policy = await CallAsync(sandbox, "GetRolePolicy", null, ("PolicyName", "Reads"));
        var absent = await CallAsync(sandbox, "GetRolePolicy", null, ("PolicyName", "Big2"));

        one.Status.ShouldBe(200, one.Body);
        (two.Status, two.ErrorCode, two.ErrorMessage).ShouldBe(
            (409, "LimitExceeded", "Maximum policy size of 10240 bytes exceeded for role Archera"));
        (page.Xml("member"), page.Xml("IsTruncated")).ShouldBe(("Big", "true"));
        (rest.Xml("member"), rest.Xml("IsTruncated")).ShouldBe(("Reads", "false"));
        Uri.UnescapeDataString(policy.Xml("PolicyDocument")).ShouldBe(Sandbox.AllowReads);
        (absent.Status, absent.ErrorCode, absent.ErrorMessage).ShouldBe(
            (404, "NoSuchEntity", "The role policy with name Big2 cannot be found."));
    }

    [Fact]
    public async Task Attach_a_managed_policy_whose_rights_the_role_has_until_it_is_detached()
    {
        const string Administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
        await using var sandbox = await Sandbox.StartAsync();
        await CallAsync(sandbox, "CreateRole", sandbox.Trust());
        var keys = await sandbox.SessionKeysAsync();

        var attached = await CallAsync(sandbox, "AttachRolePolicy", null, ("PolicyArn", Administrator));
        var listed = await CallAsync(sandbox, "ListAttachedRolePolicies");
        var granted = await sandbox.CallAsync(keys, "AWSOrganizationsV20161128.DescribeOrganization");
        var conflict = await CallAsync(sandbox, "DeleteRole");
        await CallAsync(sandbox, "DetachRolePolicy", null, ("PolicyArn", Administrator));
        var denied = await sandbox.CallAsync(keys, "AWSOrganizationsV20161128.DescribeOrganization");
        var absent = await CallAsync(
            sandbox, "AttachRolePolicy", null, ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));

        (attached.Status, granted.Status, denied.Status).ShouldBe((200, 200, 400));
        (listed.Xml("PolicyName"), listed.Xml("PolicyArn")).ShouldBe(("AdministratorAccess", Administrator));
        conflict.ErrorMessage.ShouldBe("Cannot delete entity, must detach all policies first.");
        (absent.Status, absent.ErrorCode).ShouldBe((404, "NoSuchEntity"));
    }

    [Theory]
    [InlineData("RoleName", "a b", "ValidationError", "It must contain only alphanumeric characters")]
    [InlineData("Path", "/a", "ValidationError", "It must begin and end with / and contain only")]
    [InlineData("MaxSessionDuration", "3599", "ValidationError", "must have value greater than or equal to 3600")]
    [InlineData("MaxSessionDuration", "43201", "ValidationError", "must have value less than or equal to 43200")]
    [InlineData("AssumeRolePolicyDocument", "", "ValidationError", "must have length greater than or equal to 1")]
    [InlineData("AssumeRolePolicyDocument", "{", "MalformedPolicyDocument", "This policy contains invalid Json")]
    [InlineData("PermissionsBoundary", "arn:aws:iam::111122223333:policy/b", "NoSuchEntity", "is not attachable")]
    public async Task Refuse_a_wrong_field_in_IAMs_words(string field, string value, string code, string words)
    {
        await using var sandbox = await Sandbox.StartAsync();

        var answer = await CallAsync(sandbox, "CreateRole", field.StartsWith("Assume", StringComparison.Ordinal)
            ? null : sandbox.Trust(), (field, value));

        answer.ErrorCode.ShouldBe(code, answer.Body);
        answer.ErrorMessage.ShouldContain(words);
        sandbox.Aws.Roles.All().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"AWS":"arn:aws:iam::111122223333:role/absent"}""", "sts:AssumeRole", "Invalid principal in policy")]
    [InlineData("""{"AWS":"arn:aws:iam::111122223333:user/absent"}""", "sts:AssumeRole", "Invalid principal in policy")]
    [InlineData("""{"AWS":"arn:aws-cn:iam::111122223333:root"}""", "sts:AssumeRole", "Invalid principal in policy")]
    [InlineData("\"*\"", "ce:Get*", "AssumeRole policy may only specify STS AssumeRole actions.")]
    public async Task Refuse_trust_in_what_IAM_does_not_know(string principal, string action, string words)
    {
        await using var sandbox = await Sandbox.StartAsync();

        var answer = await CallAsync(sandbox, "CreateRole", $$"""
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{{principal}},"Action":"{{action}}"} }
            """);

        (answer.Status, answer.ErrorCode).ShouldBe((400, "MalformedPolicyDocument"));
        answer.ErrorMessage.ShouldContain(words);
    }

    [Fact]
    public async Task Are_for_the_accounts_own_principals_and_by_their_policies()
    {
        await using var sandbox = await Sandbox.StartAsync();
        await CreateAsync(sandbox);
        var session = await sandbox.SessionKeysAsync();

        var denied = await CallAsync(sandbox, "DeleteRole", keys: session);
        var other = await CallAsync(
            sandbox, "GetRole", keys: SigningKeys.Of(sandbox.Aws.Users.Administrator(TinyWorld.OtherPayer)));

        (denied.Status, denied.ErrorCode, denied.ErrorMessage).ShouldBe((
            403,
            "AccessDenied",
            $"User: arn:aws:sts::{TinyWorld.Payer}:assumed-role/Archera/test is not authorized to perform: "
                + "iam:DeleteRole on resource: role Archera because no identity-based policy allows the "
                + "iam:DeleteRole action"));
        other.ErrorCode.ShouldBe("NoSuchEntity");
    }

    [Fact]
    public async Task Are_told_to_CloudTrail_with_what_was_asked()
    {
        await using var sandbox = await Sandbox.StartAsync();

        await CreateAsync(sandbox);

        var events = sandbox.Aws.Trail.Events(TinyWorld.Payer);
        events.Select(each => each.GetProperty("eventName").GetString()).ShouldBe(["CreateRole", "PutRolePolicy"]);
        events[0].GetProperty("eventSource").GetString().ShouldBe("iam.amazonaws.com");
        events[0].GetProperty("readOnly").GetBoolean().ShouldBeFalse();
        events[0].GetProperty("requestParameters").GetProperty("roleName").GetString().ShouldBe("Archera");
        events[0].GetProperty("responseElements").GetProperty("role").GetProperty("roleName").GetString()
            .ShouldBe("Archera");
    }

    private static async Task CreateAsync(Sandbox sandbox)
    {
        (await CallAsync(sandbox, "CreateRole", sandbox.Trust())).Status.ShouldBe(200);
        (await CallAsync(
            sandbox, "PutRolePolicy", null, ("PolicyName", "Reads"), ("PolicyDocument", Sandbox.AllowReads)))
            .Status.ShouldBe(200);
    }

    private static Task<RawAnswer> CallAsync(
        Sandbox sandbox, string action, string? trust = null, params (string Name, string Value)[] fields) =>
        CallAsync(sandbox, action, keys: null, trust, fields);

    private static Task<RawAnswer> CallAsync(
        Sandbox sandbox, string action, SigningKeys? keys, string? trust = null,
        params (string Name, string Value)[] fields)
    {
        (string, string)[] last = trust is null
            ? [("RoleName", "Archera")]
            : [("RoleName", "Archera"), ("AssumeRolePolicyDocument", trust)];
        var form = fields.Concat(last).Select(
            field => $"&{field.Item1}={Uri.EscapeDataString(field.Item2)}");
        return sandbox.QueryAsync(
            keys ?? SigningKeys.Of(sandbox.Aws.Users.Administrator(TinyWorld.Payer)),
            $"Action={action}&Version={Version}{string.Concat(form)}",
            request => request.Service = "iam");
    }
}
