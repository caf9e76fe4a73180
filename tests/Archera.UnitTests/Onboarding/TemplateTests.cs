using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Permissions;
using Archera.Gateway.Onboarding;

namespace Archera.UnitTests.Onboarding;

public sealed class TemplateTests
{
    private const string Principal = "arn:aws:iam::012345678901:user/vendor";

    /// <summary>Every character that YAML, HCL, shell or JSON reads as something else.</summary>
    private const string Hostile = """arn:aws:iam::012345678901:user/o'x"$(id)${y}%{z}\n`w`#:&*!|>-é""";

    private const string ExternalIdText = "arc-0123456789abcdefghijABCDEFGHIJ01";

    public static readonly TheoryData<PermissionTier, ConnectionMode, string, string> Claims = new(
        from tier in Enum.GetValues<PermissionTier>()
        from mode in Enum.GetValues<ConnectionMode>()
        from partition in AwsPartition.All
        from principal in new[] { Principal, Hostile }
        select (tier, mode, partition.Name, principal));

    [Theory]
    [MemberData(nameof(Claims))]
    public void All_languages_give_equal_trust_and_rights(
        PermissionTier tier, ConnectionMode mode, string partition, string principal)
    {
        var role = Role(tier, mode, partition, principal);
        var trust = Json(role.TrustPolicy);
        var rights = Json(role.Rights.PermissionPolicy);

        ShouldBe(StackOf(CloudFormationTemplate.Stack(role)), trust, rights);
        var terraform = HclText.Parse(TerraformTemplate.Render(role));
        ShouldBe(
            (terraform["resource.aws_iam_role.archera"]!["assume_role_policy"]!,
                terraform["resource.aws_iam_role_policy.archera"]!["policy"]!),
            trust,
            rights);
        var script = AwsCliScript.Render(role);
        ShouldBe(
            (JsonNode.Parse(ShellValue(script, "trust_policy"))!,
                JsonNode.Parse(ShellValue(script, "permission_policy"))!),
            trust,
            rights);
    }

    [Fact]
    public void Trust_is_the_principal_with_the_external_id_for_both_actions()
    {
        var trust = Json(Role().TrustPolicy);

        JsonNode.DeepEquals(trust, JsonNode.Parse(
            $$"""
            {"Version":"2012-10-17","Statement":[{"Sid":"ArcheraEnters","Effect":"Allow",
            "Principal":{"AWS":"{{Principal}}"},"Action":["sts:AssumeRole","sts:SetSourceIdentity"],
            "Condition":{"StringEquals":{"sts:ExternalId":"{{ExternalIdText}}"} } }]}
            """)).ShouldBeTrue(trust.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Claims))]
    public void What_IAM_and_CloudFormation_limit_is_kept(
        PermissionTier tier, ConnectionMode mode, string partition, string principal)
    {
        var role = Role(tier, mode, partition, principal);

        Json(role.TrustPolicy).ToJsonString().Length.ShouldBeLessThanOrEqualTo(2_048);
        Json(role.Rights.PermissionPolicy).ToJsonString().Length.ShouldBeLessThanOrEqualTo(10_240);
        CloudFormationTemplate.Stack(role).Length.ShouldBeLessThanOrEqualTo(51_200);
        role.RoleArn.ShouldBe($"arn:{partition}:iam::012345678901:role/Archera");
        RoleArn.TryParse(role.RoleArn, out _).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Claims))]
    public void A_stack_is_made_in_the_claimed_account_and_in_no_other(
        PermissionTier tier, ConnectionMode mode, string partition, string principal)
    {
        var role = Role(tier, mode, partition, principal);

        var stack = YamlText.Parse(CloudFormationTemplate.Stack(role));
        var terraform = HclText.Parse(TerraformTemplate.Render(role))["resource.aws_iam_role.archera"]!;

        ((string)stack["Parameters"]!["AccountId"]!["Default"]!).ShouldBe("012345678901");
        var (isMet, words) = AccountRuleOf(stack);
        JsonNode.DeepEquals(isMet, JsonNode.Parse(
            """{"Fn::Equals":[{"Ref":"AWS::AccountId"},{"Ref":"AccountId"}]}""")).ShouldBeTrue(isMet.ToJsonString());
        words.ShouldBe("This is another account than 012345678901: sign in to that one.");
        var precondition = terraform["lifecycle"]!["precondition"]!;
        ((string)precondition["condition"]!).ShouldBe("data.aws_caller_identity.current.account_id == 012345678901");
        ((string)precondition["error_message"]!).ShouldContain("another account than 012345678901");
    }

    [Fact]
    public void A_published_template_asks_for_the_account_and_a_stack_set_is_for_many()
    {
        foreach (var text in PublishedTemplates.All.Values)
        {
            var template = YamlText.Parse(text);
            template["Parameters"]!["AccountId"]!.AsObject().ContainsKey("Default").ShouldBeFalse();
            AccountRuleOf(template).Words.ShouldStartWith("This is another account than AccountId names");
        }

        YamlText.Parse(CloudFormationTemplate.StackSet(Role())).ContainsKey("Rules").ShouldBeFalse();
    }

    [Theory]
    [InlineData(PermissionTier.Trial)]
    [InlineData(PermissionTier.Production)]
    public void A_stack_set_gives_linked_accounts_the_same_trust_and_no_right_that_is_used_in_the_payer_alone(
        PermissionTier tier)
    {
        var role = Role(tier);

        var (trust, rights) = StackOf(CloudFormationTemplate.StackSet(role));

        JsonNode.DeepEquals(trust, Json(role.TrustPolicy)).ShouldBeTrue();
        var actions = rights["Statement"]!.AsArray().SelectMany(s => s!["Action"]!.AsArray()).Select(a => (string)a!);
        actions.ShouldBe(PermissionTable.GrantedInMembers(tier).Select(row => row.Action), ignoreOrder: true);
        actions.ShouldNotBeEmpty();
        actions.ShouldAllBe(action => !action.StartsWith("ce:") && !action.StartsWith("organizations:"));
        role.Rights.Rows.Any(row => row.Writes).ShouldBe(tier == PermissionTier.Production);
    }

    [Fact]
    public void Says_beside_every_action_why_it_is_asked_for()
    {
        var role = Role(PermissionTier.Production);

        foreach (var text in new[]
            { CloudFormationTemplate.Stack(role), TerraformTemplate.Render(role), AwsCliScript.Render(role) })
        {
            role.Rights.Rows.ShouldAllBe(
                row => text.Contains("# " + row.Reason) || text.Contains("#     " + row.Reason));
        }
    }

    [Fact]
    public void The_session_policy_that_is_shown_is_the_one_that_is_sent()
    {
        foreach (var mode in Enum.GetValues<ConnectionMode>())
        {
            var rights = new RoleRights(PermissionTier.Production, mode);
            var shown = rights.SessionPolicy.Statement.ShouldHaveSingleItem().Action;
            var sent = JsonNode.Parse(Archera.Aws.Sessions.SessionPolicy.Of(shown))!["Statement"]![0]!["Action"]!;

            sent.AsArray().Select(action => (string)action!).ShouldBe(shown, ignoreOrder: true);
        }
    }

    [Fact]
    public void The_published_templates_are_the_committed_ones_and_belong_to_no_claim()
    {
        PublishedTemplates.All.Count.ShouldBe(4);
        foreach (var (name, text) in PublishedTemplates.All)
        {
            Snapshot.Match($"docs/templates/{name}", text);
            text.ShouldNotContain("arn:aws:iam::0");
            YamlText.Parse(text)["Parameters"]!["ExternalId"]!.AsObject().ContainsKey("Default").ShouldBeFalse();
        }
    }

    private static RoleBlueprint Role(
        PermissionTier tier = PermissionTier.Trial,
        ConnectionMode mode = ConnectionMode.Payer,
        string partition = "aws",
        string principal = Principal) => new(
        PayerAccountKey.Parse($"{partition}:012345678901"),
        new RoleRights(tier, mode),
        principal,
        new ExternalId(ExternalIdText));

    private static JsonNode Json(PolicyDocument policy) => JsonSerializer.SerializeToNode(policy)!;

    private static void ShouldBe((JsonNode Trust, JsonNode Rights) made, JsonNode trust, JsonNode rights)
    {
        JsonNode.DeepEquals(made.Trust, trust).ShouldBeTrue(made.Trust.ToJsonString());
        JsonNode.DeepEquals(made.Rights, rights).ShouldBeTrue(made.Rights.ToJsonString());
    }

    /// <summary>The role that the template makes, with the parameters' defaults in place of the references.</summary>
    private static (JsonNode Trust, JsonNode Rights) StackOf(string yaml)
    {
        var template = YamlText.Parse(yaml);
        ((long)PropertiesOf(template)["MaxSessionDuration"]!).ShouldBe(RoleBlueprint.MaxSessionSeconds);
        return (TrustOf(template), PropertiesOf(template)["Policies"]![0]!["PolicyDocument"]!);
    }

    private static (JsonNode IsMet, string Words) AccountRuleOf(JsonObject template)
    {
        var assertion = template["Rules"]!["InThatAccount"]!["Assertions"]!.AsArray().ShouldHaveSingleItem()!;
        return (assertion["Assert"]!, (string)assertion["AssertDescription"]!);
    }

    private static JsonNode TrustOf(JsonObject template) =>
        Filled(PropertiesOf(template)["AssumeRolePolicyDocument"]!, template["Parameters"]!);

    private static JsonNode PropertiesOf(JsonObject template) => template["Resources"]!["ArcheraRole"]!["Properties"]!;

    private static JsonNode Filled(JsonNode node, JsonNode parameters) => node switch
    {
        JsonObject reference when reference["Ref"] is { } name => parameters[(string)name!]!["Default"]!.DeepClone(),
        JsonObject members => new JsonObject(
            members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Filled(member.Value!, parameters)))),
        JsonArray items => new JsonArray([.. items.Select(item => Filled(item!, parameters))]),
        _ => node.DeepClone(),
    };

    private static string ShellValue(string script, string name)
    {
        var match = Regex.Match(script, $@"^{name}=('(?:[^']|'\\'')*')$", RegexOptions.Multiline);
        match.Success.ShouldBeTrue(name);
        return match.Groups[1].Value[1..^1].Replace(@"'\''", "'", StringComparison.Ordinal);
    }
}
