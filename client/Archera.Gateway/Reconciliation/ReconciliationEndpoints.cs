using System.Security.Claims;
using Archera.Client;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Time;
using Archera.Gateway.Access;
using Archera.Gateway.Costs;
using Archera.Gateway.Problems;
using Archera.Gateway.Reports;
using Archera.Gateway.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Reconciliation;

/// <summary>How a month's figures compare with AWS's own totals.</summary>
internal static class ReconciliationEndpoints
{
    private static readonly string MonthExpected =
        $"a month written yyyy-MM, from {CostParameters.FirstYear}-01 to {CostParameters.LastYear}-12";

    private static readonly QueryParameters Parameters = new(
    [
        new("month", "The month, written yyyy-MM.") { Required = true, Pattern = "^[0-9]{4}-(0[1-9]|1[0-2])$" },
        ReportParameters.PayerAccount,
        ReportParameters.RequireComplete,
        ReportParameters.Format,
    ]);

    public static void MapReconciliation(this IEndpointRouteBuilder api) =>
        api.MapGet("/reconciliation", GetAsync)
            .RequireAuthorization(AccessPolicies.Tenant).WithTags("Costs")
            .WithName("GetReconciliation").WithSummary("A month's figures beside AWS's own totals")
            .WithDescription(
                "After each read of a month its total is asked of AWS without grouping, and compared with what the "
                + "rows of each dataset add up to. What AWS's rounding explains is 'rounding'; more is 'differs': "
                + "answers with such days are marked late with the same word, and the difference is in no row.")
            .DescribeReport(Parameters);

    private static async Task<Results<ReportResult<ReconciliationResource>, ProblemResult>> GetAsync(
        HttpRequest request, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        var reader = new ParameterReader(request.Query);
        var month = reader.Required<YearMonth>("month", TryParseMonth, MonthExpected);
        var payers = reader.PayerAccounts();
        var (requireComplete, format) = (reader.RequiresComplete(), reader.FormatOf(request));
        if (reader.Errors.Any)
            return ProblemResult.Of(reader.Errors);
        var query = new ReconciliationQuery(month, [.. payers]);
        var answer = await client.Costs.GetReconciliationAsync(user.Tenant(), query, cancellationToken);
        if (!answer.IsGranted)
            return ProblemResult.Of(answer.Refusal);
        return ReportAnswers.Of(ReconciliationResource.Of(month, answer.Value), requireComplete, format);
    }

    private static bool TryParseMonth(string? text, out YearMonth month) =>
        YearMonth.TryParse(text, out month)
        && month.Year is >= CostParameters.FirstYear and <= CostParameters.LastYear;
}
