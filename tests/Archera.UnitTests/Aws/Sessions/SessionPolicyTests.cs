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
                () => SessionPolicy.Of(Enumerable.Range(0, 100).Select(n => $"service:GetAction{n}")))
            .Message.ShouldContain("2048");

    [Theory]
    [InlineData("ce:Get*")]
    [InlineData("ec2:Describe?nstances")]
    [InlineData("*")]
    [InlineData("ec2:PurchaseReservedInstancesOffering")]
    [InlineData("sts:AssumeRole")]
    public void What_is_not_the_exact_name_of_a_read_is_refused(string action) =>
        Should.Throw<ArgumentException>(() => SessionPolicy.Of(["ce:GetCostAndUsage", action]))
            .Message.ShouldContain(action);
}
