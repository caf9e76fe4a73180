using Amazon.SecurityToken.Model;

namespace Archera.SandboxTests.Sts;

public sealed class AssumeRoleValidationTests
{
    private const string One = "1 validation error detected: ";

    [Theory]
    [InlineData("RoleSessionName=a", "Value 'a' at 'roleSessionName' failed to satisfy constraint: Member must have "
        + "length greater than or equal to 2")]
    [InlineData("RoleSessionName=a%20b",
        "Value 'a b' at 'roleSessionName' failed to satisfy constraint: "
            + @"Member must satisfy regular expression pattern: [\w+=,.@-]*")]
    [InlineData("RoleArn=short",
        "Value 'short' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 20")]
    [InlineData("DurationSeconds=899", "Value '899' at 'durationSeconds' failed to satisfy constraint: Member must "
        + "have value greater than or equal to 900")]
    [InlineData("DurationSeconds=43201", "Value '43201' at 'durationSeconds' failed to satisfy constraint: Member must "
        + "have value less than or equal to 43200")]
    [InlineData("ExternalId=a",
        "Value 'a' at 'externalId' failed to satisfy constraint: Member must have length greater than or equal to 2")]
    [InlineData("ExternalId=a%20b",
        "Value 'a b' at 'externalId' failed to satisfy constraint: "
            + @"Member must satisfy regular expression pattern: [\w+=,.@:\/-]*")]
    [InlineData("SourceIdentity=x", "Value 'x' at 'sourceIdentity' failed to satisfy constraint: Member must have "
        + "length greater than or equal to 2")]
    public async Task Says_what_is_wrong_with_a_field_as_AWS_says_it(string field, string text)
    {
        await using var sandbox = await Sandbox.StartAsync();

        var answer = await sandbox.QueryAsync(sandbox.VendorKeys, Form(field));

        (answer.Status, answer.ErrorCode, answer.ErrorMessage).ShouldBe((400, "ValidationError", One + text));
    }

    [Fact]
    public async Task Names_missing_fields_and_counts_them()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var answer = await sandbox.QueryAsync(sandbox.VendorKeys, "Action=AssumeRole&Version=2011-06-15");

        answer.ErrorMessage.ShouldBe(
            "2 validation errors detected: Value null at 'roleArn' failed to satisfy constraint: Member must not be "
                + "null; "
            + "Value null at 'roleSessionName' failed to satisfy constraint: Member must not be null");
    }

    [Fact]
    public async Task Tells_a_text_that_is_no_role_ARN_from_a_short_one()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var answer = await sandbox.QueryAsync(sandbox.VendorKeys, Form("RoleArn=this-is-long-but-no-arn"));

        (answer.ErrorCode, answer.ErrorMessage).ShouldBe(("ValidationError", "this-is-long-but-no-arn is invalid"));
    }

    [Fact]
    public async Task Sends_no_message_for_a_duration_that_is_no_number()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var answer = await sandbox.QueryAsync(sandbox.VendorKeys, Form("DurationSeconds=ten"));

        (answer.Status, answer.ErrorCode).ShouldBe((400, "MalformedInput"));
        answer.Body.ShouldNotContain("<Message>");
    }

    [Fact]
    public async Task Takes_the_first_of_repeated_parameters_and_ignores_unknown_ones()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();

        var right = await sandbox.QueryAsync(
            sandbox.VendorKeys, Form($"ExternalId={Sandbox.ExternalId}&ExternalId=other&Nonsense=1"));
        var wrong =
            await sandbox.QueryAsync(sandbox.VendorKeys, Form($"ExternalId=other&ExternalId={Sandbox.ExternalId}"));

        right.Status.ShouldBe(200);
        wrong.ErrorCode.ShouldBe("AccessDenied");
    }

    [Fact]
    public async Task Holds_the_roles_maximum_and_tells_nobody_who_may_not_assume()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole(maxSeconds: 3600);

        var tooLong = await sandbox.RefusedAsync(request => request.DurationSeconds = 3601);
        var stranger = await sandbox.RefusedAsync(request =>
        {
            request.DurationSeconds = 3601;
            request.ExternalId = "wrong";
        });

        tooLong.ErrorCode.ShouldBe("ValidationError");
        tooLong.Message.ShouldBe("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        stranger.ErrorCode.ShouldBe("AccessDenied");
    }

    [Theory]
    [InlineData("{", "MalformedPolicyDocument", "This policy contains invalid Json")]
    [InlineData("{}", "MalformedPolicyDocument", "Syntax errors in policy.")]
    [InlineData("""{"Statement":{"Effect":"Maybe","Action":"*","Resource":"*"}}""", "MalformedPolicyDocument",
        "Syntax errors in policy.")]
    public async Task Refuses_a_session_policy_that_is_none(string policy, string code, string message)
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();

        var refusal = await sandbox.RefusedAsync(request => request.Policy = policy);

        (refusal.ErrorCode, refusal.Message).ShouldBe((code, message));
    }

    [Fact]
    public async Task Refuses_a_session_policy_of_2049_characters_and_takes_2048()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        var policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ce:*","Resource":"*"}}""";

        await sandbox.AssumeAsync(request => request.Policy = policy.PadRight(2048));
        var refusal = await sandbox.RefusedAsync(request => request.Policy = policy.PadRight(2049));

        refusal.ErrorCode.ShouldBe("ValidationError");
        refusal.Message.ShouldEndWith(
            "at 'policy' failed to satisfy constraint: Member must have length less than or equal to 2048");
    }

    [Fact]
    public async Task Reports_a_packed_size_only_when_a_policy_was_passed()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        var form = Form($"ExternalId={Sandbox.ExternalId}");

        var without = await sandbox.QueryAsync(sandbox.VendorKeys, form);
        var with = await sandbox.QueryAsync(
            sandbox.VendorKeys, form + "&Policy=" + Uri.EscapeDataString(Sandbox.AllowReads.Trim()));

        without.Body.ShouldNotContain("PackedPolicySize");
        int.Parse(with.Xml("PackedPolicySize"), System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBeInRange(1, 100);
    }

    [Fact]
    public async Task Refuses_tags_and_policy_that_do_not_fit_together()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole(trust: sandbox.Trust().Replace("sts:SetSourceIdentity", "sts:TagSession"));

        var refusal = await sandbox.RefusedAsync(request => request.Tags =
            [.. Enumerable.Range(0, 20)
                .Select(number => new Tag { Key = $"k{number}", Value = new string('v', 200) })]);

        refusal.ErrorCode.ShouldBe("PackedPolicyTooLarge");
    }

    [Fact]
    public async Task Survives_characters_that_XML_cannot_carry()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var answer = await sandbox.QueryAsync(sandbox.VendorKeys, Form("RoleSessionName=a%01b"));

        answer.ErrorMessage.ShouldContain("Value 'a\uFFFDb' at 'roleSessionName'");
    }

    [Theory]
    [InlineData(
        "Action=Nope&Version=2011-06-15", "InvalidAction", "Could not find operation Nope for version 2011-06-15")]
    [InlineData(
        "Action=AssumeRole", "InvalidAction", "Could not find operation AssumeRole for version NO_VERSION_SPECIFIED")]
    [InlineData("", "MissingAction", "The request must contain the parameter Action.")]
    public async Task Refuses_an_action_it_does_not_know_before_looking_at_the_caller(
        string form, string code, string message)
    {
        await using var sandbox = await Sandbox.StartAsync();

        var answer = await sandbox.QueryAsync(sandbox.VendorKeys, form, request => request.Anonymous = true);

        (answer.Status, answer.ErrorCode, answer.ErrorMessage).ShouldBe((400, code, message));
        answer.Body.ShouldContain("http://webservices.amazon.com/AWSFault/2005-15-09");
    }

    private static string Form(string extra) => Sandbox.Form(extra);
}
