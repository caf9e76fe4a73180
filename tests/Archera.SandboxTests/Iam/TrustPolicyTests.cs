using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using Archera.Sandbox.Aws.Iam;

namespace Archera.SandboxTests.Iam;

public sealed class TrustPolicyTests
{
    [Theory]
    [InlineData("""{"AWS":"ACCOUNT"}""", true)]
    [InlineData("""{"AWS":"arn:aws:iam::ACCOUNT:root"}""", true)]
    [InlineData("""{"AWS":"arn:aws:iam::ACCOUNT:user/archera"}""", true)]
    [InlineData("""{"AWS":["111122223333","arn:aws:iam::ACCOUNT:user/archera"]}""", true)]
    [InlineData("""{"AWS":"*"}""", true)]
    [InlineData("\"*\"", true)]
    [InlineData("""{"AWS":"arn:aws:iam::ACCOUNT:user/other"}""", false)]
    [InlineData("""{"AWS":"111122223333"}""", false)]
    [InlineData("""{"Service":"ec2.amazonaws.com"}""", false)]
    public async Task Opens_to_those_whom_the_principal_names(string principal, bool opens)
    {
        await using var sandbox = await Sandbox.StartAsync();
        principal = principal.Replace("ACCOUNT", sandbox.Aws.Vendor.AccountId, StringComparison.Ordinal);
        sandbox.PutRole(trust: $$"""
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{{principal}},"Action":"sts:AssumeRole"} }
            """);

        await ShouldOpen(sandbox, opens);
    }

    [Theory]
    [InlineData("arn:aws:iam::ACCOUNT:user/archera", false, false)]
    [InlineData("arn:aws:iam::ACCOUNT:root", true, false)]
    [InlineData("ACCOUNT", true, false)]
    [InlineData("*", true, true)]
    public async Task Shows_by_who_else_gets_in_how_wide_the_principal_is(
        string principal, bool colleague, bool witness)
    {
        await using var sandbox = await Sandbox.StartAsync();
        principal = principal.Replace("ACCOUNT", sandbox.Aws.Vendor.AccountId, StringComparison.Ordinal);
        sandbox.PutRole(trust: sandbox.Trust(principal: principal));

        await ShouldOpen(sandbox, opens: true);
        await ShouldOpen(sandbox, colleague, by: sandbox.Aws.Users.Colleague);
        await ShouldOpen(sandbox, witness, by: sandbox.Aws.Users.Witness);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("wrong", false)]
    [InlineData(Sandbox.ExternalId, true)]
    public async Task Obeys_a_denial_for_whoever_lacks_the_external_id(string? externalId, bool opens)
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole(trust: $$"""
            {"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Principal":"*","Action":"sts:*"},
            {"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole",
            "Condition":{"StringNotEquals":{"sts:ExternalId":"{{Sandbox.ExternalId}}"} } }]}
            """);

        await ShouldOpen(sandbox, opens, externalId);
    }

    [Fact]
    public async Task Without_a_condition_opens_to_any_external_id_or_none()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole(trust: sandbox.Trust(externalId: null));

        await ShouldOpen(sandbox, opens: true, externalId: null);
        await ShouldOpen(sandbox, opens: true, externalId: "anything");
    }

    [Fact]
    public async Task Never_opens_across_partitions()
    {
        await using var sandbox = await Sandbox.StartAsync();
        const string China = $"arn:aws-cn:iam::{TinyWorld.Payer}:role/Archera";
        sandbox.PutRole(China);

        (await sandbox.RefusedAsync(request => request.RoleArn = China)).ErrorCode.ShouldBe("AccessDenied");
    }

    private static async Task ShouldOpen(
        Sandbox sandbox, bool opens, string? externalId = Sandbox.ExternalId, IamUser? by = null)
    {
        var keys = by is null ? null : new BasicAWSCredentials(by.AccessKeyId, by.SecretAccessKey);
        void Ask(AssumeRoleRequest request) => request.ExternalId = externalId;
        if (opens)
            (await sandbox.AssumeAsync(Ask, keys)).Credentials.ShouldNotBeNull();
        else
            (await sandbox.RefusedAsync(Ask, keys)).ErrorCode.ShouldBe("AccessDenied");
    }
}
