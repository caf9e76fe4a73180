using System.Text.Json;
using Archera.Aws.Sessions;

namespace Archera.UnitTests.Aws.Sessions;

public sealed class SessionPolicyTests
{
    [Fact]
    public void Allows_the_actions_and_nothing_else()
    {
        var policy = SessionPolicy.Of(["organizations:ListAccounts", "ce:GetCostAndUsage", "ce:GetCostAndUsage"]);

        var statement = JsonDocument.Parse(policy).RootElement.GetProperty("Statement")[0];
        statement.GetProperty("Effect").GetString().ShouldBe("Allow");
        statement.GetProperty("Action").EnumerateArray().Select(a => a.GetString())
            .ShouldBe(["ce:GetCostAndUsage", "organizations:ListAccounts", "sts:GetCallerIdentity"]);
    }

    [Fact]
    public void More_actions_than_STS_takes_are_refused_before_a_request_is_made() =>
        Should.Throw<ArgumentException>(
                () => SessionPolicy.Write([.. Enumerable.Range(0, 100).Select(n => $"service:GetAction{n}")]))
            .Message.ShouldContain("2048");

    [Theory]
    [InlineData("ce:Get*")]
    [InlineData("ec2:Describe?nstances")]
    [InlineData("*")]
    [InlineData("ec2:PurchaseReservedInstancesOffering")]
    [InlineData("sts:AssumeRole")]
    [InlineData("sts:GetSessionToken")]
    [InlineData("s3:GetObject")]
    [InlineData("ssm:GetParameter")]
    [InlineData("secretsmanager:GetSecretValue")]
    [InlineData("ec2:GetPasswordData")]
    [InlineData("iam:GenerateCredentialReport")]
    [InlineData("ce:GetTags")]
    public void What_is_no_read_of_the_table_is_refused_however_its_name_begins(string action) =>
        Should.Throw<ArgumentException>(() => SessionPolicy.Of(["ce:GetCostAndUsage", action]))
            .Message.ShouldContain(action);
}
