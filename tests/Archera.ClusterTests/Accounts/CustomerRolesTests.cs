using Archera.Contracts.Accounts;
using Archera.Grains.Onboarding;

namespace Archera.ClusterTests.Accounts;

/// <summary>Ways in which customers get their role right or wrong, and what the ladder says of each.</summary>
public sealed class CustomerRolesTests(CustomerRolesFixture fixture) : IClassFixture<CustomerRolesFixture>
{
    private const string Both = """["sts:AssumeRole","sts:SetSourceIdentity"]""";

    /// <summary>Name of the role, its trust statements, the step that must fail, and words that it must hold.</summary>
    public static TheoryData<string, string, string?, string> Roles { get; } = new()
    {
        { "Right", Allow(Both, Equal("ID")), null, "" },
        { "billing/finops/WithAPath", Allow(Both, Equal("ID")), null, "" },
        { "NoCondition", Allow(Both), VerificationSteps.RefusedWithoutId, "opens without an external id" },
        {
            "AnyId", Allow(Both, """{"StringLike":{"sts:ExternalId":"*"}}"""),
            VerificationSteps.RefusedWithForeignId, "opens with a random external id"
        },
        {
            "OurPrefix", Allow(Both, """{"StringLike":{"sts:ExternalId":"arc-*"}}"""),
            VerificationSteps.RefusedWithForeignId, "opens with a random external id"
        },
        {
            "IdAndMore", Allow(Both, """{"StringLike":{"sts:ExternalId":"ID*"}}"""),
            VerificationSteps.RefusedWithForeignId, "opens with a character behind the external id"
        },
        {
            "MoreAndId", Allow(Both, """{"StringLike":{"sts:ExternalId":"*ID"}}"""),
            VerificationSteps.RefusedWithForeignId, "opens with a character before the external id"
        },
        {
            "IfExists", Allow(Both, """{"StringEqualsIfExists":{"sts:ExternalId":"ID"}}"""),
            VerificationSteps.RefusedWithoutId, "opens without an external id"
        },
        {
            "ForAllValues", Allow(Both, """{"ForAllValues:StringEquals":{"sts:ExternalId":"ID"}}"""),
            VerificationSteps.RefusedWithoutId, "opens without an external id"
        },
        {
            "AnotherKey", Allow(Both, """{"Bool":{"aws:SecureTransport":"true"}}"""),
            VerificationSteps.RefusedWithoutId, "opens without an external id"
        },
        {
            "OneOfTwoOpen", Allow(Both, Equal("ID")) + "," + Allow(Both),
            VerificationSteps.RefusedWithoutId, "opens without an external id"
        },
        {
            "HiddenBehindSourceIdentity",
            Allow("\"sts:AssumeRole\"") + "," + Allow("\"sts:SetSourceIdentity\"", Equal("ID")),
            VerificationSteps.RefusedWithoutId, "opens without an external id"
        },
        {
            "AnyCase", Allow(Both, """{"StringEqualsIgnoreCase":{"sts:ExternalId":"ID"}}"""),
            VerificationSteps.RefusedWithForeignId, "opens with the external id in the wrong case"
        },
        { "WrongCase", Allow(Both, Equal("CASE")), VerificationSteps.AssumeRole, "refused the role" },
        { "TrailingBlank", Allow(Both, Equal("ID ")), VerificationSteps.AssumeRole, "refused the role" },
        { "AnotherId", Allow(Both, Equal("another-vendors-id")), VerificationSteps.AssumeRole, "refused the role" },
        {
            "AnotherVendor",
            Allow(Both, Equal("ID")).Replace("VENDOR", "arn:aws:iam::999999999999:user/x", StringComparison.Ordinal),
            VerificationSteps.AssumeRole, "refused the role"
        },
        {
            "Denied",
            Allow(Both, Equal("ID")) + ",{\"Effect\":\"Deny\",\"Principal\":{\"AWS\":\"VENDOR\"},\"Action\":\"sts:*\"}",
            VerificationSteps.AssumeRole, "refused the role"
        },
        {
            "NoSourceIdentity", Allow("\"sts:AssumeRole\"", Equal("ID")),
            VerificationSteps.SourceIdentity, "not with a source identity"
        },
        {
            "OnlyWithoutId", Allow(Both, """{"Null":{"sts:ExternalId":"true"}}"""),
            VerificationSteps.RefusedWithoutId, "opens without an external id"
        },
        {
            "OpenWithoutSourceIdentity", Allow("\"sts:AssumeRole\""),
            VerificationSteps.RefusedWithoutId, "opens without an external id"
        },
    };

    private static readonly string[] Negative =
        [VerificationSteps.RefusedWithoutId, VerificationSteps.RefusedWithForeignId];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Are_told_apart(string name, string statements, string? failing, string words)
    {
        var (fleet, payer) = (fixture.Fleet, fixture.Fleet.Payer(0));
        var tenant = await fleet.CreateTenantAsync(name);
        await fleet.ClaimAsync(tenant, payer, name);
        var claim = await fleet.Account(payer).GetAsync(tenant, Cancel);
        fleet.PutRole(claim!.RoleArn!.Value.Value, Trust(statements, claim.ExternalId.Reveal()));

        var view = await fleet.VerifyAsync(tenant, payer);

        var failed = view.Steps.LastOrDefault(step => step.Outcome == StepOutcome.Failed);
        failed?.Id.ShouldBe(failing);
        (failed?.Detail ?? "").ShouldContain(words);
        (view.Connection == ConnectionState.Refused).ShouldBe(failing is not null, view.Connection.ToString());
        view.Steps.ShouldAllBe(step =>
            !$"{step.Detail} {step.Remedy}".Contains(claim.ExternalId.Reveal(), StringComparison.Ordinal));
        if (failing is VerificationSteps.AssumeRole or VerificationSteps.SourceIdentity)
        {
            view.Steps.Where(step => Negative.Contains(step.Id))
                .ShouldAllBe(step => step.Outcome == StepOutcome.Skipped);
        }

        var after = await fleet.Account(payer).GetAsync(tenant, Cancel);
        var isOpen = failing is VerificationSteps.RefusedWithoutId or VerificationSteps.RefusedWithForeignId;
        (after!.RoleArn is null).ShouldBe(isOpen);
        if (isOpen)
            failed!.Remedy.ShouldNotBeNull().ShouldContain("sts:ExternalId");
    }

    private string Trust(string statements, string externalId) => "{\"Version\":\"2012-10-17\",\"Statement\":["
        + statements
            .Replace("VENDOR", fixture.Fleet.Aws.Vendor.UserArn, StringComparison.Ordinal)
            .Replace("CASE", externalId.ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("\"ID", "\"" + externalId, StringComparison.Ordinal)
            .Replace("\"*ID", "\"*" + externalId, StringComparison.Ordinal)
        + "]}";

    private static string Allow(string actions, string? condition = null) =>
        $$"""{"Effect":"Allow","Principal":{"AWS":"VENDOR"},"Action":{{actions}}"""
        + (condition is null ? "}" : $$""","Condition":{{condition}}}""");

    private static string Equal(string id) => $$$"""{"StringEquals":{"sts:ExternalId":"{{{id}}}"}}""";
}
