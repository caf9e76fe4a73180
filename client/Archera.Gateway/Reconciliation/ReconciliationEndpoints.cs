using System.Collections.Immutable;
using System.Security.Claims;
using Archera.Client;
using Archera.Contracts.Identity;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Time;
using Archera.Gateway.Access;
using Archera.Gateway.Costs;
using Archera.Gateway.Documentation;
using Archera.Gateway.Problems;
using Archera.Gateway.Reports;
using Archera.Gateway.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Reconciliation;

/// <summary>How a month's figures compare with AWS's own totals.</summary>
internal static class ReconciliationEndpoints
{
    private static readonly QueryParameters Parameters = new(
    [
        new("month", "The month, written yyyy-MM.") { Required = true, Pattern = "^[0-9]{4}-(0[1-9]|1[0-2])$" },
        new("payerAccount", "Only these payer accounts, such as aws:111122223333. Repeat it for several.")
        {
            Repeats = true, MaxItems = CostParameters.MaxValues, Pattern = "^(aws|aws-us-gov|aws-cn):[0-9]{12}$",
        },
        new("requireComplete", "true: answer 409 'incomplete' unless the figures are whole.")
        {
            IsBoolean = true, Default = false,
        },
        new(ReportFormats.Parameter, "How the answer is written; when left out, the header Accept decides.")
        {
            Values = ReportFormats.Names,
        },
    ]);

    public static void MapReconciliation(this IEndpointRouteBuilder api) =>
        api.MapGet("/reconciliation", GetAsync)
            .RequireAuthorization(AccessPolicies.Tenant).WithTags("Costs")
            .WithName("GetReconciliation").WithSummary("A month's figures beside AWS's own totals")
            .WithDescription(
                "After each read of a month its total is asked of AWS without grouping, and compared with what the "
                + "rows of each dataset add up to. What AWS's rounding explains is 'rounding'; more is 'differs': "
                + "answers with such days are marked late with the same word, and the difference is in no row.")
            .WithMetadata(
                new AnswerHeader(200, "ETag", "The hash of the whole answer, completeness included."),
                new AnswerHeader(200, CompletenessHeader.Name, CompletenessHeader.Example),
                new AnswerHeader(304, "ETag", "The same hash: nothing has changed, completeness included."))
            .WithMetadata(Parameters, new ProblemCodes([ProblemCatalogue.NotFound, ProblemCatalogue.Incomplete]));

    private static async Task<Results<ReportResult<ReconciliationResource>, ProblemResult>> GetAsync(
        HttpRequest request, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var month = Month(request.Query, errors);
        var payers = Payers(request.Query, errors);
        var requireComplete = RequireComplete(request.Query, errors);
        var format = Format(request, errors);
        if (errors.Any)
            return ProblemResult.Of(errors);
        var answer = await client.Costs.GetReconciliationAsync(
            user.Tenant(), new ReconciliationQuery(month, payers), cancellationToken);
        if (!answer.IsGranted)
            return ProblemResult.Of(answer.Refusal);
        var report = ReconciliationResource.Of(month, answer.Value);
        return requireComplete && !report.Completeness.IsComplete
            ? new ProblemResult(ProblemCatalogue.Incomplete) { Completeness = report.Completeness }
            : new ReportResult<ReconciliationResource>(report, format);
    }

    private static YearMonth Month(IQueryCollection query, FieldErrors errors)
    {
        if (query["month"] is [{ } text]
            && YearMonth.TryParse(text, out var month)
            && month.Year is >= CostParameters.FirstYear and <= CostParameters.LastYear)
            return month;
        errors.Add(
            "month",
            $"Required: a month written yyyy-MM, from {CostParameters.FirstYear}-01 to {CostParameters.LastYear}-12.");
        return default;
    }

    private static ImmutableArray<PayerAccountKey> Payers(IQueryCollection query, FieldErrors errors)
    {
        var texts = query["payerAccount"];
        if (texts.Count > CostParameters.MaxValues)
            errors.Add("payerAccount", $"Expected at most {CostParameters.MaxValues} values.");
        else if (!texts.All(text => PayerAccountKey.TryParse(text, out _)))
            errors.Add("payerAccount", "Expected aws:<12 digits>.");
        return errors.Any
            ? []
            : [.. texts.OfType<string>().Distinct(StringComparer.Ordinal).Select(PayerAccountKey.Parse)];
    }

    private static bool RequireComplete(IQueryCollection query, FieldErrors errors)
    {
        if (!query.TryGetValue("requireComplete", out var values))
            return false;
        if (values is [{ } text] && bool.TryParse(text, out var value))
            return value;
        errors.Add("requireComplete", "Expected true or false.");
        return false;
    }

    private static ReportFormat Format(HttpRequest request, FieldErrors errors)
    {
        if (!request.Query.TryGetValue(ReportFormats.Parameter, out var values))
            return ReportFormats.Accepted(request);
        if (values is [{ } text] && ReportFormats.TryParse(text, out var format) && format is { } known)
            return known;
        errors.Add(ReportFormats.Parameter, "Expected json or csv.");
        return ReportFormat.Json;
    }
}
