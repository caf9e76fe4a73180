using System.Security.Claims;
using Archera.Client;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Gateway.Access;
using Archera.Gateway.Paging;
using Archera.Gateway.Problems;
using Archera.Gateway.Reports;
using Archera.Gateway.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.LinkedAccounts;

/// <summary>The accounts of the tenant's organizations.</summary>
internal static class AccountEndpoints
{
    private static readonly QueryParameters Parameters = new(
    [
        ReportParameters.PayerAccount,
        ReportParameters.LinkedAccount,
        ReportParameters.AsOf,
        ReportParameters.RequireComplete,
        ReportParameters.Format,
    ]);

    public static void MapAccounts(this IEndpointRouteBuilder api) =>
        api.MapGet("/accounts", GetAsync)
            .RequireAuthorization(AccessPolicies.Tenant).WithTags("Accounts")
            .WithName("GetAccounts").WithSummary("The accounts of the tenant's organizations, now and before")
            .WithDescription(
                "Each account that AWS Organizations lists for a payer account, and each that it listed earlier: one "
                + "that has left keeps its place, its costs and its history. A list that could not be read is late by "
                + "name and reason, and what was known before stays.")
            .DescribePages(Parameters, ProblemCatalogue.TooManyRows);

    private static Task<Results<ReportResult<AccountsResource>, ProblemResult>> GetAsync(
        HttpRequest request,
        ClaimsPrincipal user,
        ArcheraClient client,
        Pager pager,
        CancellationToken cancellationToken)
    {
        var reader = new ParameterReader(request.Query);
        var query = new AccountQuery(
            [.. reader.PayerAccounts()], [.. reader.LinkedAccounts()], reader.AsOfDay());
        return pager.AnswerAsync<AccountReport, AccountResource, AccountsResource>(
            reader,
            request,
            user.Tenant(),
            cancel => client.Accounts.ListAsync(user.Tenant(), query, cancel),
            report => (report.Rows.Select(AccountResource.Of), report.Completeness),
            async (page, completeness) => new AccountsResource(
                query.AsOf,
                query.AsOf is null
                    ? await WithReadingsAsync(client, user.Tenant(), page.Rows, cancellationToken)
                    : page.Rows,
                page.NextCursor,
                completeness),
            cancellationToken);
    }

    /// <summary>
    /// Only the accounts of the page are asked: the list itself does not depend on how they are read.
    /// </summary>
    private static async Task<IReadOnlyList<AccountResource>> WithReadingsAsync(
        ArcheraClient client,
        TenantId tenant,
        IReadOnlyList<AccountResource> rows,
        CancellationToken cancellationToken)
    {
        var members = rows.Where(row => row.Membership is "member" or "alone").Select(KeyOf);
        var readings = await client.Accounts.ReadingsAsync(tenant, [.. members], cancellationToken);
        var known = readings.ToDictionary(reading => reading.Account);
        return [.. rows.Select(row => known.GetValueOrDefault(KeyOf(row)) is { } reading ? row.With(reading) : row)];
    }

    private static AccountKey KeyOf(AccountResource row) =>
        new(PayerAccountKey.Parse(row.PayerAccount), AwsAccountId.Parse(row.AccountId));
}
