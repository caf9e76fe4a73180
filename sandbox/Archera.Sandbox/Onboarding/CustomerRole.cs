using System.Text.Json.Nodes;

namespace Archera.Sandbox.Onboarding;

/// <summary>The role that a customer creates in its payer account: who may assume it, and what it may read.</summary>
internal static class CustomerRole
{
    internal const string Trial = "Trial";
    internal const string Production = "Production";

    private const string Name = "ArcheraReadOnly";
    private const int MaximumSessionSeconds = 3_600;

    private static readonly string[] TrialReads =
    [
        "ce:GetCostAndUsage", "ce:GetDimensionValues", "organizations:DescribeOrganization",
        "organizations:ListAccounts",
    ];

    private static readonly string[] ProductionReads =
        ["ce:Describe*", "ce:Get*", "ce:List*", "organizations:Describe*", "organizations:List*"];

    internal static string ArnIn(string accountId) => $"arn:aws:iam::{accountId}:role/{Name}";

    /// <summary>The body of <c>PUT /_sandbox/roles</c>.</summary>
    internal static JsonObject Definition(
        string accountId, string tier, string vendorPrincipal, string externalId) => new()
        {
            ["roleArn"] = ArnIn(accountId),
            ["trustPolicy"] = Policy(new JsonObject
            {
                ["Effect"] = "Allow",
                ["Principal"] = new JsonObject { ["AWS"] = vendorPrincipal },
                ["Action"] = new JsonArray("sts:AssumeRole", "sts:SetSourceIdentity"),
                ["Condition"] = new JsonObject
                {
                    ["StringEquals"] = new JsonObject { ["sts:ExternalId"] = externalId },
                },
            }),
            ["permissionPolicy"] = Policy(new JsonObject
            {
                ["Effect"] = "Allow",
                ["Action"] = Actions(tier),
                ["Resource"] = "*",
            }),
            ["maxSessionSeconds"] = MaximumSessionSeconds,
        };

    private static JsonArray Actions(string tier)
    {
        var reads = tier == Production ? ProductionReads : TrialReads;
        return new JsonArray([.. reads.Select(action => (JsonNode)action)]);
    }

    private static JsonObject Policy(JsonObject statement) => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray(statement),
    };
}
