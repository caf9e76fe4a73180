using Archera.ClusterTests.Fixture;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
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
            "AnyPrincipal", By("*"),
            VerificationSteps.RefusedToOthers, "opens with the external id to a principal of another account"
        },
        {
            "OurWholeAccount", By("arn:aws:iam::ACCOUNT:root"),
            VerificationSteps.RefusedToOthers, "opens with the external id to another principal of our own account"
        },
        {
            "OurAccountId", By("ACCOUNT"),
            VerificationSteps.RefusedToOthers, "opens with the external id to another principal of our own account"
        },
        {
            "RightAndAnyPrincipal", Allow(Both, Equal("ID")) + "," + By("*"),
            VerificationSteps.RefusedToOthers, "its principal is too wide"
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
        var isOpen = failing is VerificationSteps.RefusedWithoutId or VerificationSteps.RefusedWithForeignId
            or VerificationSteps.RefusedToOthers;
        (after!.RoleArn is null).ShouldBe(isOpen);
        if (isOpen)
        {
            failed!.Remedy.ShouldNotBeNull().ShouldContain(
                failing == VerificationSteps.RefusedToOthers ? "vendorPrincipalArn" : "sts:ExternalId");
            view.Steps.Select(step => step.Detail).Append(after.LastError).ShouldAllBe(
                kept => !kept!.Contains(claim.RoleArn!.Value.Value, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("arn:aws:iam::999988887777:role/Archera", "999988887777")]
    [InlineData("arn:aws-us-gov:iam::PAYER:role/Archera", "aws-us-gov")]
    public async Task Of_another_account_or_partition_are_not_even_taken(string role, string words)
    {
        var (fleet, payer) = (fixture.Fleet, fixture.Fleet.Payer(0));
        var tenant = await fleet.CreateTenantAsync("Elsewhere");
        await fleet.ClaimAsync(tenant, payer, "Own");
        var arn = RoleArn.Parse(role.Replace("PAYER", payer.AccountId.Value, StringComparison.Ordinal));

        var answer = await fleet.Account(payer).SetRoleAsync(tenant, arn, Cancel);

        answer.Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCodes.RoleMismatch);
        answer.Refusal.Message.ShouldContain(words);
    }

    [Fact]
    public async Task Of_a_linked_account_that_its_organization_denies_are_connected_and_say_who_denies()
    {
        await using var fleet = await TestFleet.StartAsync();
        var organization = fleet.Aws.World.Organizations[1];
        var linked = organization.Accounts.First(account => account.Id != organization.PayerAccountId).Id;
        fleet.Aws.ControlPolicies.Put(
            linked,
            """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"ce:*","Resource":"*"}]}""");
        var account = PayerAccountKey.Parse("aws:" + linked);
        var tenant = await fleet.CreateTenantAsync("Alone");
        await fleet.ClaimAsync(tenant, account, mode: ConnectionMode.SubAccount);

        var view = await fleet.VerifyAsync(tenant, account);

        view.Connection.ShouldBe(ConnectionState.Connected);
        var denied = view.Steps.Where(step => step.Outcome == StepOutcome.Failed).ToArray();
        denied.Select(step => step.Id)
            .ShouldBe(
                ["dataset-CostByRecordType", "dataset-CostByRegion", "dataset-CostByServiceAndAccount"],
                ignoreOrder: true);
        denied.ShouldAllBe(step =>
            step.Detail.Contains("with an explicit deny in a service control policy", StringComparison.Ordinal));
        denied.ShouldAllBe(step => step.Remedy!.Contains("that policy has to change", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deleted_and_made_again_are_connected_as_before()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var view = await fleet.Account(payer).GetAsync(tenant, Cancel);
        var role = view!.RoleArn!.Value.Value;

        fleet.Aws.Roles.Delete(role).ShouldBeTrue();
        fleet.PutRole(role, view.ExternalId);

        (await fleet.VerifyAsync(tenant, payer)).Connection.ShouldBe(ConnectionState.Connected);
        (await fleet.RefreshAsync(tenant, payer)).State.ShouldBe(OperationState.Succeeded);
    }

    [Fact]
    public async Task With_a_maximum_session_of_one_hour_are_connected()
    {
        var (fleet, payer) = (fixture.Fleet, fixture.Fleet.Payer(1));
        var tenant = await fleet.CreateTenantAsync("OneHour");
        await fleet.ClaimAsync(tenant, payer, "OneHour");
        var claim = await fleet.Account(payer).GetAsync(tenant, Cancel);
        var trust = Trust(Allow(Both, Equal("ID")), claim!.ExternalId.Reveal());
        fleet.Aws.Roles.Put(claim.RoleArn!.Value.Value, trust, TestFleet.MayReadAll, maxSessionSeconds: 3600);

        (await fleet.VerifyAsync(tenant, payer)).Connection.ShouldBe(ConnectionState.Connected);
    }

    [Theory]
    [InlineData("ID", ConnectionState.Connected, "")]
    [InlineData("somebody-elses", ConnectionState.Issued, "does not any more: they prove nothing")]
    public async Task That_change_between_two_rungs_are_judged_by_what_holds_at_the_end(
        string requires, ConnectionState expected, string words)
    {
        await using var fleet = await TestFleet.StartAsync(settings: ("Onboarding:SettlingDelay", "00:00:02"));
        var payer = fleet.Payer(0);
        var tenant = await fleet.CreateTenantAsync("Changing");
        await fleet.ClaimAsync(tenant, payer);
        var claim = await fleet.Account(payer).GetAsync(tenant, Cancel);
        var (role, id) = (claim!.RoleArn!.Value.Value, claim.ExternalId.Reveal());
        var anyId = Allow(Both, """{"StringLike":{"sts:ExternalId":"*"}}""");
        fleet.PutRole(role, Trust(anyId, id, fleet));
        await fleet.Account(payer).VerifyAsync(tenant, Cancel);
        var between = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(1), Cancel);
        between.Value!.IsDone.ShouldBeFalse();

        fleet.PutRole(role, Trust(Allow(Both, Equal(requires)), id, fleet));

        await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), Cancel);
        var view = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), Cancel);
        (view.Value!.IsDone, view.Value.Connection).ShouldBe((true, expected));
        var failed = view.Value.Steps.LastOrDefault(step => step.Outcome == StepOutcome.Failed);
        (failed?.Detail ?? "").ShouldContain(words);
    }

    private string Trust(string statements, string externalId) => Trust(statements, externalId, fixture.Fleet);

    private static string Trust(string statements, string externalId, TestFleet fleet) => "{\"Version\":\"2012-10-17\",\"Statement\":["
        + statements
            .Replace("VENDOR", fleet.Aws.Vendor.UserArn, StringComparison.Ordinal)
            .Replace("ACCOUNT", fleet.Aws.Vendor.AccountId, StringComparison.Ordinal)
            .Replace("CASE", externalId.ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("\"ID", "\"" + externalId, StringComparison.Ordinal)
            .Replace("\"*ID", "\"*" + externalId, StringComparison.Ordinal)
        + "]}";

    private static string Allow(string actions, string? condition = null) =>
        $$"""{"Effect":"Allow","Principal":{"AWS":"VENDOR"},"Action":{{actions}}"""
        + (condition is null ? "}" : $$""","Condition":{{condition}}}""");

    private static string By(string principal) =>
        Allow(Both, Equal("ID")).Replace("VENDOR", principal, StringComparison.Ordinal);

    private static string Equal(string id) => $$$"""{"StringEquals":{"sts:ExternalId":"{{{id}}}"}}""";
}
