using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Organizations;

/// <summary>
/// Lists the accounts to the payer, at most 20 a page; some pages are empty and still have a next one.
/// </summary>
/// <param name="withStatus">Also send <c>Status</c>, which AWS retired on 2026-09-09 in favour of <c>State</c>.</param>
internal sealed class ListAccounts(Members members, int seed, bool withStatus) : IJsonOperation
{
    private const int MaxPage = 20;

    /// <summary>One page in so many is empty at first.</summary>
    private const int EmptyPageInterval = 6;

    public string Service => "organizations";

    public string Target => "AWSOrganizationsV20161128.ListAccounts";

    public string Action => "organizations:ListAccounts";

    public decimal PriceUsd => 0;

    public JsonAnswer Handle(JsonCall call)
    {
        if (members.OrganizationOf(call.AccountId) is not { } organization)
            return OrganizationErrors.NotInUse;
        if (organization.PayerAccountId != call.AccountId)
            return OrganizationErrors.AccessDenied;
        var (page, error) = Page(call.Input, organization.Id);
        if (error is not null)
            return error;

        var (token, size) = page!.Value;
        if (call.RepeatToken && call.Input.TryGetProperty("NextToken", out _))
            return Render(organization, token.Offset, size, token);
        if (!token.AfterEmptyPage && StartsEmpty(organization.Id, token.Offset))
            return Render(organization, token.Offset, 0, token with { AfterEmptyPage = true });
        var end = token.Offset + size;
        return Render(organization, token.Offset, size, end < members.Of(organization.PayerAccountId).Count
            ? new AccountsToken(organization.Id, end, false)
            : null);
    }

    private static ((AccountsToken Token, int Size)? Page, JsonAnswer? Error) Page(
        JsonElement input, string organization)
    {
        var size = MaxPage;
        if (input.TryGetProperty("MaxResults", out var max))
        {
            if (max.ValueKind != JsonValueKind.Number || !max.TryGetInt32(out size) || size < 1)
                return (null,
                    OrganizationErrors.InvalidInput("MIN_VALUE_EXCEEDED", "You provided a value below the minimum."));
            if (size > MaxPage)
                return (null,
                    OrganizationErrors.InvalidInput("MAX_VALUE_EXCEEDED", "You provided a value above the maximum."));
        }

        if (!input.TryGetProperty("NextToken", out var text) || text.ValueKind == JsonValueKind.Null)
            return ((new AccountsToken(organization, 0, false), size), null);
        return text.ValueKind == JsonValueKind.String
            && AccountsToken.TryParse(text.GetString()!) is { } token
            && token.Organization == organization
                ? ((token, size), null)
                : (null, OrganizationErrors.InvalidInput("INVALID_NEXT_TOKEN", "You provided an invalid NextToken."));
    }

    private bool StartsEmpty(string organization, int offset) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{organization}:{offset}"))[0] % EmptyPageInterval == 0;

    private JsonAnswer Render(Organization organization, int offset, int size, AccountsToken? next)
    {
        var buffer = new ArrayBufferWriter<byte>(8_192);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("Accounts");
            foreach (var account in members.Of(organization.PayerAccountId).Skip(offset).Take(size))
                Write(json, organization, account);
            json.WriteEndArray();
            if (next is { } token)
                json.WriteString("NextToken", token.Text);
            json.WriteEndObject();
        }

        return JsonAnswer.Ok(buffer.WrittenMemory);
    }

    private void Write(Utf8JsonWriter json, Organization organization, MemberAccount account)
    {
        json.WriteStartObject();
        json.WriteString("Id", account.Id);
        json.WriteString(
            "Arn", $"arn:aws:organizations::{organization.PayerAccountId}:account/{organization.Id}/{account.Id}");
        json.WriteString("Email", account.Email);
        json.WriteString("Name", account.Name);
        json.WriteString("State", account.State);
        if (account.Status is { } status)
            json.WriteString("Status", status);
        else if (withStatus && account.State is ("ACTIVE" or "SUSPENDED" or "PENDING_CLOSURE"))
            json.WriteString("Status", account.State);
        json.WriteString("JoinedMethod", account.JoinedMethod);
        json.WriteNumber("JoinedTimestamp", account.JoinedTimestamp.ToUnixTimeMilliseconds() / 1_000m);
        json.WriteEndObject();
    }
}
