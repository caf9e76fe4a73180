using Archera.Gateway.Costs;
using Archera.Gateway.Documentation;
using Archera.Gateway.Problems;
using Archera.Gateway.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Reports;

/// <summary>What the answers of all reports have in common.</summary>
internal static class ReportAnswers
{
    /// <summary>The report, or 409 where it must be whole and is not.</summary>
    public static Results<ReportResult<TReport>, ProblemResult> Of<TReport>(
        TReport report, bool requireComplete, ReportFormat format)
        where TReport : IReport => requireComplete && !report.Completeness.IsComplete
        ? new ProblemResult(ProblemCatalogue.Incomplete) { Completeness = report.Completeness }
        : new ReportResult<TReport>(report, format);

    /// <param name="problems">Beside those that every report answers with.</param>
    public static void DescribeReport(
        this RouteHandlerBuilder endpoint, QueryParameters parameters, params ProblemType[] problems) => endpoint
        .WithMetadata(
            new AnswerHeader(200, "ETag", "The hash of the whole answer, completeness included."),
            new AnswerHeader(200, CompletenessHeader.Name, CompletenessHeader.Example),
            new AnswerHeader(304, "ETag", "The same hash: nothing has changed, completeness included."))
        .WithMetadata(
            parameters,
            new ProblemCodes([ProblemCatalogue.NotFound, ProblemCatalogue.Incomplete, .. problems]));
}
