using Archera.Sandbox.Aws.Iam;

namespace Archera.SandboxTests.Iam;

public sealed class PolicyVariableTests
{
    private static readonly ConditionContext Context = new ConditionContext()
        .With("aws:username", "archera")
        .With("aws:PrincipalAccount", "111122223333")
        .With("aws:PrincipalTag/team", "a*")
        .With("sts:ExternalId", "111122223333")
        .With("sts:RoleSessionName", "archera-1")
        .With("aws:TagKeys", ["one", "two"]);

    [Theory]
    [InlineData("""{"StringEquals":{"sts:ExternalId":"${aws:PrincipalAccount}"}}""", true)]
    [InlineData("""{"StringEquals":{"sts:ExternalId":"${AWS:principalaccount}"}}""", true)]
    [InlineData("""{"StringEquals":{"sts:ExternalId":"${aws:username}"}}""", false)]
    [InlineData("""{"StringLike":{"sts:RoleSessionName":"${aws:username}-*"}}""", true)]
    [InlineData("""{"StringLike":{"sts:RoleSessionName":"${aws:PrincipalTag/team}"}}""", false)]
    [InlineData("""{"StringLike":{"sts:RoleSessionName":"${*}"}}""", false)]
    [InlineData("""{"StringEquals":{"sts:ExternalId":"${aws:SourceIdentity}"}}""", false)]
    [InlineData("""{"StringEquals":{"sts:ExternalId":"${aws:TagKeys}"}}""", false)]
    [InlineData("""{"StringNotEquals":{"sts:ExternalId":"${aws:SourceIdentity}"}}""", true)]
    [InlineData("""{"StringEquals":{"sts:ExternalId":"${aws:SourceIdentity, '111122223333'}"}}""", true)]
    [InlineData("""{"ArnLike":{"sts:ExternalId":"${aws:PrincipalAccount}"}}""", true)]
    [InlineData("""{"NumericEquals":{"sts:ExternalId":"${aws:PrincipalAccount}"}}""", false)]
    public void Take_the_requests_values(string condition, bool holds) =>
        Decide("2012-10-17", "*", condition).ShouldBe(holds ? PolicyDecision.Allowed : PolicyDecision.Silent);

    [Theory]
    [InlineData("arn:aws:s3:::home/${aws:username}/*", true)]
    [InlineData("arn:aws:s3:::home/${aws:userid}/*", false)]
    [InlineData("arn:aws:s3:::home/${aws:PrincipalTag/team}/*", false)]
    public void Stand_in_resources_too_and_are_no_wildcards(string resource, bool holds) =>
        Decide("2012-10-17", resource, "{}").ShouldBe(holds ? PolicyDecision.Allowed : PolicyDecision.Silent);

    [Fact]
    public void Are_plain_text_in_the_older_version() =>
        Decide("2008-10-17", "*", """{"StringEquals":{"sts:ExternalId":"${aws:PrincipalAccount}"}}""")
            .ShouldBe(PolicyDecision.Silent);

    [Fact]
    public async Task Let_a_trust_name_the_source_identity_by_the_caller()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole(trust: sandbox.Trust().Replace(
            $"\"sts:ExternalId\":\"{Sandbox.ExternalId}\"",
            "\"sts:SourceIdentity\":\"${aws:username}\"",
            StringComparison.Ordinal));

        var assumed = await sandbox.AssumeAsync(request => request.SourceIdentity = "archera");
        var refused = await sandbox.RefusedAsync(request => request.SourceIdentity = "somebody");

        assumed.SourceIdentity.ShouldBe("archera");
        refused.ErrorCode.ShouldBe("AccessDenied");
    }

    private static PolicyDecision Decide(string version, string resource, string condition) => PolicyDocument.Parse(
        $$"""
        {"Version":"{{version}}","Statement":{"Effect":"Allow","Action":"*","Resource":"{{resource}}",
        "Condition":{{condition}} } }
        """,
        PolicyKind.Identity).Decide(new PolicyRequest("s3:GetObject", ["arn:aws:s3:::home/archera/x"], Context));
}
