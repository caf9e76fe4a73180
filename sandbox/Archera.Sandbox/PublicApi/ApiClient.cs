using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Archera.Sandbox.PublicApi;

/// <summary>
/// The public HTTP API as one customer, or the operator, calls it. Every call here may be repeated without harm, so a
/// server's failure is tried again a few times.
/// </summary>
internal sealed class ApiClient(HttpClient http, string key, TimeProvider time)
{
    private const int Attempts = 4;
    private const int MaximumProblemLength = 2_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    internal Task<TenantAnswer> CreateTenantAsync(
        string name, string idempotencyKey, CancellationToken cancellationToken) =>
        SendAsync<TenantAnswer>(
            HttpMethod.Post, "/api/v1/operator/tenants", new { name }, cancellationToken, idempotencyKey);

    internal Task<PayerAnswer> ClaimAsync(string accountId, string tier, CancellationToken cancellationToken) =>
        SendAsync<PayerAnswer>(
            HttpMethod.Post, "/api/v1/payer-accounts", new { accountId, partition = "aws", tier }, cancellationToken);

    internal Task<IReadOnlyList<PayerAnswer>> ListPayersAsync(CancellationToken cancellationToken) =>
        SendAsync<IReadOnlyList<PayerAnswer>>(HttpMethod.Get, "/api/v1/payer-accounts", null, cancellationToken);

    internal Task<RoleAnswer> GetRoleAsync(string payer, CancellationToken cancellationToken) =>
        SendAsync<RoleAnswer>(
            HttpMethod.Get, $"{PathOf(payer)}/onboarding/permissions.json", null, cancellationToken);

    internal Task<PayerAnswer> SetRoleAsync(string payer, string roleArn, CancellationToken cancellationToken) =>
        SendAsync<PayerAnswer>(HttpMethod.Put, $"{PathOf(payer)}/role", new { roleArn }, cancellationToken);

    internal Task<VerificationAnswer> VerifyAsync(string payer, CancellationToken cancellationToken) =>
        SendAsync<VerificationAnswer>(HttpMethod.Post, $"{PathOf(payer)}/verification", null, cancellationToken);

    internal Task<VerificationAnswer> GetVerificationAsync(string payer, CancellationToken cancellationToken) =>
        SendAsync<VerificationAnswer>(HttpMethod.Get, $"{PathOf(payer)}/verification", null, cancellationToken);

    /// <summary>Starts a refresh, or joins the one that runs; the path of its operation.</summary>
    internal async Task<string> RefreshAsync(string payer, CancellationToken cancellationToken)
    {
        var path = $"{PathOf(payer)}/refresh";
        using var response = await SendAsync(HttpMethod.Post, path, null, null, cancellationToken);
        var location = response.Headers.Location
            ?? throw new ApiRefusalException(HttpMethod.Post, path, response.StatusCode, "no Location header");
        return location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
    }

    /// <summary>The operation as it stands; null when a restart has forgotten it.</summary>
    internal async Task<OperationAnswer?> FindOperationAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync<OperationAnswer>(HttpMethod.Get, path, null, cancellationToken);
        }
        catch (ApiRefusalException refusal) when (refusal.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>What the payer's past costs to read, and how its back-fill stands.</summary>
    internal Task<BackfillAnswer> GetBackfillAsync(string payer, CancellationToken cancellationToken) =>
        SendAsync<BackfillAnswer>(HttpMethod.Get, $"{PathOf(payer)}/backfill", null, cancellationToken);

    internal Task<OperationAnswer> StartBackfillAsync(string payer, CancellationToken cancellationToken) =>
        SendAsync<OperationAnswer>(HttpMethod.Post, $"{PathOf(payer)}/backfill", null, cancellationToken);

    internal Task<CostsAnswer> GetCostsAsync(CostsQuestion question, CancellationToken cancellationToken) =>
        SendAsync<CostsAnswer>(HttpMethod.Get, question.ToPathAndQuery(), null, cancellationToken);

    private static string PathOf(string payer) => $"/api/v1/payer-accounts/{payer}";

    private async Task<T> SendAsync<T>(
        HttpMethod method,
        string path,
        object? body,
        CancellationToken cancellationToken,
        string? idempotencyKey = null)
    {
        using var response = await SendAsync(method, path, body, idempotencyKey, cancellationToken);
        return await response.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, cancellationToken)
            ?? throw new ApiRefusalException(method, path, response.StatusCode, "an empty body");
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, object? body, string? idempotencyKey, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = Compose(method, path, body, idempotencyKey);
            var response = await http.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
                return response;
            using (response)
            {
                if (attempt == Attempts || (int)response.StatusCode < 500)
                    throw await RefusalAsync(method, path, response, cancellationToken);
            }

            await Task.Delay(Pause * attempt, time, cancellationToken);
        }
    }

    private HttpRequestMessage Compose(HttpMethod method, string path, object? body, string? idempotencyKey)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        if (body is not null)
            request.Content = JsonBody.Of(body);
        return request;
    }

    private static async Task<ApiRefusalException> RefusalAsync(
        HttpMethod method, string path, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var problem = await response.Content.ReadAsStringAsync(cancellationToken);
        if (problem.Length > MaximumProblemLength)
            problem = problem[..MaximumProblemLength];
        return new ApiRefusalException(method, path, response.StatusCode, problem);
    }
}
