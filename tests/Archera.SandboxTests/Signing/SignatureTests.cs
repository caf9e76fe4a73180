namespace Archera.SandboxTests.Signing;

public sealed class SignatureTests
{
    private const string Describe = "AWSOrganizationsV20161128.DescribeOrganization";
    private const string WhoAmI = "Action=GetCallerIdentity&Version=2011-06-15";

    private const string Mismatch =
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access "
        + "Key and signing method. Consult the service documentation for details.";

    [Fact]
    public async Task Takes_the_same_signature_twice_because_SDKs_retry_with_it()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var request = new SignedRequest(sandbox.VendorKeys, "sts", WhoAmI)
        {
            Headers = { ["content-type"] = "application/x-www-form-urlencoded" },
        };

        (await sandbox.SendAsync(request)).Status.ShouldBe(200);
        (await sandbox.SendAsync(request)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Refuses_a_wrong_secret_with_each_services_own_code()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var keys = sandbox.VendorKeys with { Secret = "wrong" };

        var sts = await sandbox.QueryAsync(keys, WhoAmI);
        var json = await sandbox.CallAsync(keys, Describe);

        (sts.Status, sts.ErrorCode, sts.ErrorMessage).ShouldBe((403, "SignatureDoesNotMatch", Mismatch));
        (json.Status, json.ErrorCode, json.ErrorMessage).ShouldBe((400, "InvalidSignatureException", Mismatch));
    }

    [Fact]
    public async Task Refuses_a_body_that_was_not_the_one_signed()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var answer =
            await sandbox.QueryAsync(sandbox.VendorKeys, WhoAmI + "&x=1", request => request.SignedBody = WhoAmI);

        answer.ErrorMessage.ShouldBe(Mismatch);
    }

    [Theory]
    [InlineData("UNSIGNED-PAYLOAD")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public async Task Refuses_a_hash_that_is_not_the_bodys(string hash)
    {
        await using var sandbox = await Sandbox.StartAsync();

        var answer = await sandbox.QueryAsync(
            sandbox.VendorKeys, WhoAmI, request => request.Headers["x-amz-content-sha256"] = hash);

        answer.ErrorMessage.ShouldBe(Mismatch);
    }

    [Fact]
    public async Task Refuses_signed_headers_out_of_order()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var answer = await sandbox.QueryAsync(sandbox.VendorKeys, WhoAmI, request => request.Unsorted = true);

        (answer.Status, answer.ErrorMessage).ShouldBe((403, Mismatch));
    }

    [Fact]
    public async Task Wants_every_amz_header_signed_but_not_those_of_the_SDK()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var unsigned = await sandbox.QueryAsync(
            sandbox.VendorKeys, WhoAmI, request => request.UnsignedHeaders["x-amz-extra"] = "1");
        var sdk = await sandbox.QueryAsync(
            sandbox.VendorKeys, WhoAmI, request => request.UnsignedHeaders["amz-sdk-request"] = "attempt=1; max=3");

        (unsigned.Status, unsigned.ErrorCode).ShouldBe((403, "SignatureDoesNotMatch"));
        sdk.Status.ShouldBe(200);
    }

    [Fact]
    public async Task Checks_the_scope_first_and_region_before_service()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var both = await sandbox.QueryAsync(sandbox.VendorKeys with { AccessKeyId = "AKIANOBODYS" }, WhoAmI, request =>
        {
            request.Region = "mars-north-1";
            request.Service = "ce";
        });
        var region =
            await sandbox.CallAsync(sandbox.VendorKeys, Describe, change: request => request.Region = "eu-west-1");

        both.ErrorMessage.ShouldBe(
            "Credential should be scoped to a valid region. Credential should be scoped to correct service: 'sts'. ");
        (region.ErrorCode, region.ErrorMessage).ShouldBe(
            ("InvalidSignatureException", "Credential should be scoped to a valid region. "));
    }

    [Fact]
    public async Task Says_how_far_a_clock_is_off()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var late =
            await sandbox.QueryAsync(sandbox.VendorKeys, WhoAmI, request => request.At -= TimeSpan.FromMinutes(6));
        var early =
            await sandbox.QueryAsync(sandbox.VendorKeys, WhoAmI, request => request.At += TimeSpan.FromMinutes(6));
        var near =
            await sandbox.QueryAsync(sandbox.VendorKeys, WhoAmI, request => request.At -= TimeSpan.FromMinutes(4));

        late.ErrorCode.ShouldBe("SignatureDoesNotMatch");
        late.ErrorMessage.ShouldMatch(
            @"^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)$");
        early.ErrorMessage.ShouldMatch(
            @"^Signature not yet current: \d{8}T\d{6}Z is still later than \d{8}T\d{6}Z \(\d{8}T\d{6}Z \+ 5 min\.\)$");
        near.Status.ShouldBe(200);
        late.Date.ShouldNotBeNull();
    }

    [Fact]
    public async Task Wants_a_session_key_with_its_own_token()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        var one = await sandbox.SessionKeysAsync();
        var two = await sandbox.SessionKeysAsync();

        SigningKeys[] wrong =
        [
            one with { Token = null },
            one with { Token = two.Token },
            sandbox.VendorKeys with { Token = one.Token },
            sandbox.VendorKeys with { AccessKeyId = "AKIANOBODYSKEY" },
        ];
        foreach (var keys in wrong)
        {
            var sts = await sandbox.QueryAsync(keys, WhoAmI);
            var json = await sandbox.CallAsync(keys, Describe);

            (sts.Status, sts.ErrorCode).ShouldBe((403, "InvalidClientTokenId"));
            (json.Status, json.ErrorCode).ShouldBe((400, "UnrecognizedClientException"));
        }
    }

    [Theory]
    [InlineData("cn-north-1", "cn-northwest-1")]
    [InlineData("us-gov-east-1", "us-gov-west-1")]
    public async Task Knows_no_keys_of_another_partition(string sts, string organizations)
    {
        await using var sandbox = await Sandbox.StartAsync();

        var query = await sandbox.QueryAsync(sandbox.VendorKeys, WhoAmI, request => request.Region = sts);
        var json = await sandbox.CallAsync(
            sandbox.VendorKeys, Describe, change: request => request.Region = organizations);

        (query.Status, query.ErrorCode).ShouldBe((403, "InvalidClientTokenId"));
        (json.Status, json.ErrorCode).ShouldBe((400, "UnrecognizedClientException"));
    }

    [Fact]
    public async Task Answers_an_expired_token_with_a_bad_signature_as_expired()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        var keys = await sandbox.SessionKeysAsync();
        sandbox.Aws.Sessions.Expire();

        var answer = await sandbox.QueryAsync(keys with { Secret = "wrong" }, WhoAmI);

        answer.ErrorCode.ShouldBe("ExpiredToken");
    }

    [Fact]
    public async Task Tells_a_missing_signature_from_an_incomplete_one()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var missing = await sandbox.QueryAsync(sandbox.VendorKeys, WhoAmI, request => request.Anonymous = true);
        var missingJson =
            await sandbox.CallAsync(sandbox.VendorKeys, Describe, change: request => request.Anonymous = true);
        var incomplete = await sandbox.QueryAsync(
            sandbox.VendorKeys, WhoAmI, request => request.Authorization = "AWS4-HMAC-SHA256 Credential=a/b/c/d/e");
        var fourParts = await sandbox.QueryAsync(
            sandbox.VendorKeys, WhoAmI,
            request => request.Authorization = "AWS4-HMAC-SHA256 Credential=a/b/c/d, SignedHeaders=host, Signature=0");

        (missing.Status, missing.ErrorCode).ShouldBe((403, "MissingAuthenticationToken"));
        (missingJson.Status, missingJson.ErrorCode).ShouldBe((400, "MissingAuthenticationTokenException"));
        incomplete.ErrorCode.ShouldBe("IncompleteSignature");
        incomplete.ErrorMessage.ShouldBe(
            "Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' "
                + "parameter.");
        fourParts.ErrorMessage.ShouldContain("Credential must have exactly 5 slash-delimited elements");
    }

    [Fact]
    public async Task Wants_the_scopes_date_to_be_the_requests()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var answer = await sandbox.QueryAsync(sandbox.VendorKeys, WhoAmI, request => request.ScopeDate = "20200101");

        answer.ErrorMessage.ShouldContain("Date in Credential scope does not match YYYYMMDD");
    }
}
