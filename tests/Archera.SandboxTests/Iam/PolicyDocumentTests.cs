using System.Text.Json;
using System.Text.RegularExpressions;
using Archera.Sandbox.Aws.Iam;
using CsCheck;

namespace Archera.SandboxTests.Iam;

public sealed class PolicyDocumentTests
{
    private static readonly string[] Actions = ["ce:GetCostAndUsage", "ce:GetTags", "sts:AssumeRole"];
    private static readonly string[] Patterns =
        ["*", "ce:*", "ce:Get*", "CE:getcostandusage", "sts:?ssumeRole", "ec2:*"];

    private static readonly Gen<(bool Allows, bool Except, string[] Patterns)> Statements =
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[0, Patterns.Length - 1].Select(index => Patterns[index]).Array[1, 3]);

    [Fact]
    public void Decides_as_a_second_evaluator_written_from_the_rules_does() =>
        Gen.Select(Statements.Array[1, 5], Gen.Int[0, Actions.Length - 1].Select(index => Actions[index]))
            .Sample((statements, action) =>
        {
            var speaking = statements
                .Where(each => each.Patterns.Any(pattern => Glob(pattern).IsMatch(action)) != each.Except)
                .ToList();
            var expected = speaking.Any(each => !each.Allows) ? PolicyDecision.Denied
                : speaking.Any(each => each.Allows) ? PolicyDecision.Allowed
                : PolicyDecision.Silent;

            var decision = Parse(statements).Decide(new PolicyRequest(action, ["arn:x"], new ConditionContext()));

            return decision == expected;
        });

    [Fact]
    public void Matches_wildcards_as_a_regular_expression_does() =>
        Gen.Select(Gen.String[Gen.Char["ab*?"], 0, 8], Gen.String[Gen.Char["ab"], 0, 8])
            .Sample(
                (pattern, text) => Wildcard.Matches(pattern, text) == Glob(pattern, RegexOptions.None).IsMatch(text));

    [Theory]
    [InlineData("""{"StringEquals":{"sts:ExternalId":"one"}}""", "one", true)]
    [InlineData("""{"StringEquals":{"sts:ExternalId":["two","one"]}}""", "one", true)]
    [InlineData("""{"StringEquals":{"sts:externalid":"one"}}""", "one", true)]
    [InlineData("""{"StringEquals":{"sts:ExternalId":"One"}}""", "one", false)]
    [InlineData("""{"StringEquals":{"sts:ExternalId":"one"}}""", null, false)]
    [InlineData("""{"StringEqualsIfExists":{"sts:ExternalId":"one"}}""", null, true)]
    [InlineData("""{"StringNotEquals":{"sts:ExternalId":"one"}}""", "one", false)]
    [InlineData("""{"StringNotEquals":{"sts:ExternalId":"one"}}""", null, true)]
    [InlineData("""{"StringLike":{"sts:ExternalId":"o*"}}""", "one", true)]
    [InlineData("""{"StringLike":{"sts:ExternalId":"?"}}""", "one", false)]
    [InlineData("""{"Null":{"sts:ExternalId":"true"}}""", null, true)]
    [InlineData("""{"Null":{"sts:ExternalId":"false"}}""", null, false)]
    [InlineData("""{"ForAnyValue:StringEquals":{"sts:ExternalId":"one"}}""", null, false)]
    [InlineData("""{"ForAllValues:StringEquals":{"sts:ExternalId":"one"}}""", null, true)]
    [InlineData("""{"NumericLessThan":{"sts:ExternalId":"10"}}""", "9.5", true)]
    [InlineData("""{"NumericLessThan":{"sts:ExternalId":"10"}}""", "nine", false)]
    [InlineData("""{"DateLessThan":{"sts:ExternalId":"2026-11-25T00:00:00Z"}}""", "2026-11-24T23:59:59Z", true)]
    [InlineData("""{"DateLessThan":{"sts:ExternalId":"2026-11-25T00:00:00Z"}}""", "2026-11-25T00:00:00Z", false)]
    [InlineData("""{"IpAddress":{"sts:ExternalId":"10.0.0.0/8"}}""", "10.1.2.3", true)]
    [InlineData("""{"IpAddress":{"sts:ExternalId":"10.0.0.0/8"}}""", "11.1.2.3", false)]
    [InlineData("""{"Bool":{"sts:ExternalId":"true"}}""", "TRUE", true)]
    [InlineData("""{"ArnLike":{"sts:ExternalId":"arn:aws:iam::*:role/a*"}}""", "arn:aws:iam::1:role/abc", true)]
    public void Holds_conditions_as_IAM_does(string condition, string? value, bool holds)
    {
        var policy = PolicyDocument.Parse(
            $$"""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{{condition}} } }""",
            PolicyKind.Identity);

        var decision =
            policy.Decide(new PolicyRequest("a:b", ["x"], new ConditionContext().With("sts:ExternalId", value)));

        decision.ShouldBe(holds ? PolicyDecision.Allowed : PolicyDecision.Silent);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"Statement":[]}""")]
    [InlineData("""{"Version":"2013-01-01","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Extra":1}}""")]
    [InlineData("""{"Statement":{"Effect":"allow","Action":"*","Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*","NotAction":"*","Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Principal":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":[],"Resource":"*"}}""")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringNearly":{"a":"b"}}}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Effect":"Deny","Action":"*","Resource":"*"}}""")]
    public void Refuses_what_is_no_permission_policy(string json) =>
        PolicyDocument.TryParse(json, PolicyKind.Identity, out _, out _).ShouldBeFalse();

    [Theory]
    [InlineData("""{"Sid":"a b","Effect":"Allow","Action":"*","Resource":"*"}""", "must be alpha-numeric")]
    [InlineData(
        """
        {"Sid":"a","Effect":"Allow","Action":"*","Resource":"*"},{"Sid":"a","Effect":"Deny","Action":"*","Resource":"*"}
        """,
        "must be unique")]
    [InlineData("""{"Effect":"Allow","Action":"GetTags","Resource":"*"}""", "must be prefaced by a vendor")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"bucket"}""", "must be in ARN format or \"*\".")]
    public void Says_what_is_wrong_in_a_statement(string statements, string words)
    {
        PolicyDocument.TryParse(
            $$"""{"Statement":[{{statements}}]}""", PolicyKind.Identity, out _, out var error).ShouldBeFalse();

        error.ShouldContain(words);
    }

    [Theory]
    [InlineData("\"nobody\"")]
    [InlineData("{}")]
    [InlineData("""{"AWS":"arn:aws:iam::111122223333:role/*"}""")]
    [InlineData("""{"AWS":"11112222333"}""")]
    [InlineData("""{"Human":"x"}""")]
    public void Refuses_a_principal_that_IAM_does_not_know(string principal) =>
        PolicyDocument.TryParse(
            $$"""{"Statement":{"Effect":"Allow","Principal":{{principal}},"Action":"sts:AssumeRole"} }""",
            PolicyKind.Trust, out _, out _).ShouldBeFalse();

    private static PolicyDocument Parse(IEnumerable<(bool Allows, bool Except, string[] Patterns)> statements)
    {
        var json = string.Join(',', statements.Select(each => $$"""
            {"Effect":"{{(each.Allows ? "Allow" : "Deny")}}","Resource":"*",
            "{{(each.Except ? "NotAction" : "Action")}}":{{JsonSerializer.Serialize(each.Patterns)}} }
            """));
        return PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":[{{json}}]}""", PolicyKind.Identity);
    }

    private static Regex Glob(string pattern, RegexOptions options = RegexOptions.IgnoreCase) => new(
        "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)
            .Replace("\\?", ".", StringComparison.Ordinal) + "$",
        options);
}
