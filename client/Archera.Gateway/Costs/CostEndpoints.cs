using System.Security.Claims;
using Archera.Client;
using Archera.Gateway.Access;
using Archera.Gateway.Costs.Changes;
using Archera.Gateway.Problems;
using Archera.Gateway.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Costs;

/// <summary>Cost reports.</summary>
internal static class CostEndpoints
{
    private const string Wholeness =
        "Amounts are exact decimal text. Every answer says whether it is whole, in 'completeness' and in the header "
        + "Archera-Completeness. The ETag hashes the whole answer; send it as If-None-Match to get 304. As CSV, "
        + "the last column, incomplete, names what is late in what a row covers, and a late account that no row covers "
        + "has a row without figures.";

    private static readonly ProblemType[] OwnProblems =
        [ProblemCatalogue.UnsupportedGrouping, ProblemCatalogue.TooManyRows, ProblemCatalogue.InexactSum];

    public static void MapCosts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/costs", GetAsync)
            .RequireAuthorization(AccessPolicies.Tenant).WithTags("Costs")
            .WithName("GetCosts").WithSummary("The tenant's costs over all its payer accounts")
            .WithDescription(Wholeness)
            .DescribeReport(CostParameters.All, OwnProblems);
        api.MapGet("/costs/changes", GetChangesAsync)
            .RequireAuthorization(AccessPolicies.Tenant).WithTags("Costs")
            .WithName("GetCostChanges").WithSummary("What changed in the tenant's costs since a day, and why")
            .WithDescription(
                "Compares what was shown at the end of the day 'since' with what is shown now, or was at the end of "
                + "the day 'asOf': the figures that differ. " + Wholeness)
            .DescribeReport(CostParameters.Changes, OwnProblems);
    }

    private static async Task<Results<ReportResult<CostsResource>, ProblemResult>> GetAsync(
        HttpRequest request, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        var reader = new CostQueryReader(request.Query);
        var query = reader.Read();
        var (requireComplete, format) = (reader.Parameters.RequiresComplete(), reader.Parameters.FormatOf(request));
        if (reader.Parameters.Errors.Any)
            return ProblemResult.Of(reader.Parameters.Errors);
        var answer = await client.Costs.GetAsync(user.Tenant(), query, cancellationToken);
        return answer.IsGranted
            ? ReportAnswers.Of(CostsResource.Of(query, answer.Value), requireComplete, format)
            : ProblemResult.Of(answer.Refusal);
    }

    private static async Task<Results<ReportResult<CostChangesResource>, ProblemResult>> GetChangesAsync(
        HttpRequest request, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        var reader = new CostQueryReader(request.Query);
        var query = reader.ReadChanges();
        var (requireComplete, format) = (reader.Parameters.RequiresComplete(), reader.Parameters.FormatOf(request));
        if (reader.Parameters.Errors.Any)
            return ProblemResult.Of(reader.Parameters.Errors);
        var answer = await client.Costs.GetChangesAsync(user.Tenant(), query, cancellationToken);
        return answer.IsGranted
            ? ReportAnswers.Of(CostChangesResource.Of(query, answer.Value), requireComplete, format)
            : ProblemResult.Of(answer.Refusal);
    }
}
