using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Iam;

namespace Archera.ClusterTests.Gateway;

/// <summary>The role of <c>permissions.json</c>, and the customer's account to make it in.</summary>
public sealed class CustomerTemplate(RoleStore roles, JsonElement answer)
{
    public string RoleArn => answer.GetProperty("roleArn").GetString()!;

    public string TrustPolicy => answer.GetProperty("trustPolicy").GetRawText();

    public string PermissionPolicy => answer.GetProperty("permissionPolicy").GetRawText();

    /// <summary>What the role grants, with the datasets that name each action.</summary>
    public IReadOnlyList<Grant> Grants { get; } =
    [
        .. answer.GetProperty("permissions").EnumerateArray().Select(row => new Grant(
            row.GetProperty("action").GetString()!,
            row.GetProperty("writes").GetBoolean(),
            [.. row.GetProperty("datasets").EnumerateArray().Select(dataset => dataset.GetString()!)],
            row.GetProperty("reason").GetString()!,
            row.GetProperty("missing").GetString()!)),
    ];

    public void Create() => roles.Put(RoleArn, TrustPolicy, PermissionPolicy);

    /// <summary>The same role, but for one action.</summary>
    public void CreateWithout(string action)
    {
        var policy = JsonNode.Parse(PermissionPolicy)!;
        var statements = policy["Statement"]!.AsArray();
        foreach (var statement in statements)
            statement!["Action"]!.AsArray().RemoveAll(granted => (string)granted! == action).ShouldBeLessThan(2);
        statements.RemoveAll(statement => statement!["Action"]!.AsArray().Count == 0);
        roles.Put(RoleArn, TrustPolicy, policy.ToJsonString());
    }

    public sealed record Grant(string Action, bool Writes, string[] Datasets, string Reason, string Missing);
}
