using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Archera.EndToEndTests.Processes;

namespace Archera.EndToEndTests.Cluster;

/// <summary>
/// A tenant that onboards payer accounts as a customer does: through the API, and in its own AWS account.
/// </summary>
internal sealed class Customer(HttpClient api, HttpClient aws) : IDisposable
{
    private static readonly TimeSpan OnboardingDeadline = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan RefreshDeadline = TimeSpan.FromSeconds(180);

    public static async Task<Customer> CreateAsync(HttpClient operatorApi, HttpClient aws, string name)
    {
        var made = await SendAsync(operatorApi, HttpMethod.Post, "/api/v1/operator/tenants", new { name });
        var api = new HttpClient { BaseAddress = operatorApi.BaseAddress };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)made["key"]);
        return new Customer(api, aws);
    }

    public async Task ConnectAsync(string account)
    {
        var payer = await SendAsync(
            api,
            HttpMethod.Post,
            "/api/v1/payer-accounts",
            new { accountId = account, partition = "aws", tier = "Trial" });
        var role = $"arn:aws:iam::{account}:role/Archera";
        await SendAsync(aws, HttpMethod.Put, "/_sandbox/roles", Role(role, payer));
        await SendAsync(api, HttpMethod.Put, $"/api/v1/payer-accounts/aws:{account}/role", new { roleArn = role });
        await SendAsync(api, HttpMethod.Post, $"/api/v1/payer-accounts/aws:{account}/verification", null);
        var done = await Eventually.BecomesAsync(
            $"Verification of {account}", OnboardingDeadline,
            _ => SendAsync(api, HttpMethod.Get, $"/api/v1/payer-accounts/aws:{account}/verification", null),
            run => (string?)run["state"] == "Done");
        ((string?)done["connection"]).ShouldBe("Connected", done.ToJsonString());
    }

    public async Task RefreshAsync(string account)
    {
        var started = await SendAsync(api, HttpMethod.Post, $"/api/v1/payer-accounts/aws:{account}/refresh", null);
        var ended = await Eventually.BecomesAsync(
            $"Refresh of {account}", RefreshDeadline,
            _ => SendAsync(api, HttpMethod.Get, $"/api/v1/operations/{started["id"]}", null),
            operation => (string?)operation["state"] != "Running");
        ((string?)ended["state"]).ShouldBe("Succeeded", ended.ToJsonString());
    }

    /// <summary>Takes the account away; the result is the receipt.</summary>
    public async Task<JsonNode> LeaveAsync(string account)
    {
        var begun = await SendAsync(api, HttpMethod.Delete, $"/api/v1/payer-accounts/aws:{account}", null);
        var ended = await Eventually.BecomesAsync(
            $"Offboarding of {account}", RefreshDeadline,
            _ => SendAsync(api, HttpMethod.Get, $"/api/v1/operations/{begun["id"]}", null),
            operation => (string?)operation["state"] == "Succeeded");
        var signed = await SendAsync(api, HttpMethod.Get, $"/api/v1/receipts/{ended["receiptId"]}", null);
        return signed["receipt"]!;
    }

    public Task<JsonNode> CostsAsync(string query) => SendAsync(api, HttpMethod.Get, $"/api/v1/costs?{query}", null);

    public void Dispose() => api.Dispose();

    public static async Task<JsonNode> SendAsync(HttpClient client, HttpMethod method, string path, object? body)
    {
        using var content = body is null ? null : JsonContent.Create(body);
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    private static JsonObject Role(string role, JsonNode payer) => new()
    {
        ["roleArn"] = role,
        ["trustPolicy"] = JsonNode.Parse($$$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
            "Principal":{"AWS":"{{{payer["vendorPrincipalArn"]}}}"},
            "Action":["sts:AssumeRole","sts:SetSourceIdentity"],
            "Condition":{"StringEquals":{"sts:ExternalId":"{{{payer["externalId"]}}}"} } }]}
            """),
        ["permissionPolicy"] = JsonNode.Parse("""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*","Action":["ce:Get*",
            "savingsplans:Describe*","organizations:DescribeOrganization","organizations:ListAccounts"]}]}
            """),
        ["maxSessionSeconds"] = 3_600,
    };
}
