using System.Security.Claims;
using Archera.Client;
using Archera.Gateway.Access;
using Archera.Gateway.Costs.Changes;
using Archera.Gateway.Documentation;
using Archera.Gateway.Problems;
using Archera.Gateway.Reports;
using Archera.Gateway.Requests;
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

    public static void MapCosts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/costs", GetAsync)
            .RequireAuthorization(AccessPolicies.Tenant).WithTags("Costs")
            .WithName("GetCosts").WithSummary("The tenant's costs over all its payer accounts")
            .WithDescription(Wholeness)
            .Describe(CostParameters.All);
        api.MapGet("/costs/changes", GetChangesAsync)
            .RequireAuthorization(AccessPolicies.Tenant).WithTags("Costs")
            .WithName("GetCostChanges").WithSummary("What changed in the tenant's costs since a day, and why")
            .WithDescription(
                "Compares what was shown at the end of the day 'since' with what is shown now, or was at the end of "
                + "the day 'asOf': the figures that differ. " + Wholeness)
            .Describe(CostParameters.Changes);
    }

    private static void Describe(this RouteHandlerBuilder endpoint, QueryParameters parameters) => endpoint
        .WithMetadata(
            new AnswerHeader(200, "ETag", "The hash of the whole answer, completeness included."),
            new AnswerHeader(200, CompletenessHeader.Name, CompletenessHeader.Example),
            new AnswerHeader(304, "ETag", "The same hash: nothing has changed, completeness included."))
        .WithMetadata(parameters, new ProblemCodes([
            ProblemCatalogue.NotFound, ProblemCatalogue.Incomplete, ProblemCatalogue.UnsupportedGrouping,
            ProblemCatalogue.TooManyRows, ProblemCatalogue.InexactSum]));

    private static async Task<Results<ReportResult<CostsResource>, ProblemResult>> GetAsync(
        HttpRequest request, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        var reader = new CostQueryReader(request.Query);
        var query = reader.Read();
        var (requireComplete, format) = (reader.RequireComplete, reader.Format ?? ReportFormats.Accepted(request));
        if (reader.Errors.Any)
            return ProblemResult.Of(reader.Errors);
        var answer = await client.Costs.GetAsync(user.Tenant(), query, cancellationToken);
        return answer.IsGranted
            ? Of(CostsResource.Of(query, answer.Value), requireComplete, format)
            : ProblemResult.Of(answer.Refusal);
    }

    private static async Task<Results<ReportResult<CostChangesResource>, ProblemResult>> GetChangesAsync(
        HttpRequest request, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        var reader = new CostQueryReader(request.Query);
        var query = reader.ReadChanges();
        var (requireComplete, format) = (reader.RequireComplete, reader.Format ?? ReportFormats.Accepted(request));
        if (reader.Errors.Any)
            return ProblemResult.Of(reader.Errors);
        var answer = await client.Costs.GetChangesAsync(user.Tenant(), query, cancellationToken);
        return answer.IsGranted
            ? Of(CostChangesResource.Of(query, answer.Value), requireComplete, format)
            : ProblemResult.Of(answer.Refusal);
    }

    private static Results<ReportResult<TReport>, ProblemResult> Of<TReport>(
        TReport report, bool requireComplete, ReportFormat format)
        where TReport : IReport => requireComplete && !report.Completeness.IsComplete
        ? new ProblemResult(ProblemCatalogue.Incomplete) { Completeness = report.Completeness }
        : new ReportResult<TReport>(report, format);
}
