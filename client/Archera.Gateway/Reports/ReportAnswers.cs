using Archera.Gateway.Costs;
using Archera.Gateway.Documentation;
using Archera.Gateway.Paging;
using Archera.Gateway.Problems;
using Archera.Gateway.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Reports;

/// <summary>What the answers of all reports have in common.</summary>
internal static class ReportAnswers
{
    /// <summary>The report, or 409 where it must be whole and is not.</summary>
    /// <param name="next">The address of the next page, where the report is one of several.</param>
    public static Results<ReportResult<TReport>, ProblemResult> Of<TReport>(
        TReport report, bool requireComplete, ReportFormat format, string? next = null)
        where TReport : IReport => requireComplete && !report.Completeness.IsComplete
        ? new ProblemResult(ProblemCatalogue.Incomplete) { Completeness = report.Completeness }
        : new ReportResult<TReport>(report, format) { Next = next };

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

    /// <summary>As <see cref="DescribeReport"/>, of one that is given page by page.</summary>
    public static void DescribePages(
        this RouteHandlerBuilder endpoint, QueryParameters parameters, params ProblemType[] problems) => endpoint
        .WithMetadata(new AnswerHeader(
            200, "Link", "The next page's address, as rel=\"next\"; left out after the last page."))
        .DescribeReport(
            new QueryParameters([.. parameters.All, PageParameters.Limit, PageParameters.Cursor]),
            [ProblemCatalogue.CursorExpired, ProblemCatalogue.ListChanged, .. problems]);
}
