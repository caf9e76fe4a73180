using Archera.Client;
using Archera.Contracts;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Gateway.Costs;
using Archera.Gateway.Problems;
using Archera.Gateway.Reports;
using Archera.Gateway.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Archera.Gateway.Paging;

/// <summary>
/// Gives lists page by page. A cursor holds for one tenant, one question and one state of the list: all pages of a walk
/// are of the same state, or the walk is refused.
/// </summary>
internal sealed class Pager(
    ArcheraClient client, IOptions<PagingOptions> options, IOptions<JsonOptions> json, TimeProvider time)
{
    private const string NotOurs = "Not a cursor of yours: send the nextCursor of an earlier page, unchanged.";

    private const string OfAnother =
        "The cursor belongs to another question: repeat all parameters of the page that gave it.";

    /// <summary>
    /// A report that is a list, or the page of it that is asked for. Call it after all parameters of the question were
    /// read: what is wrong with them, and with those of reports and pages, is answered instead.
    /// </summary>
    /// <param name="ask">Asks the question.</param>
    /// <param name="list">All rows of the answer, in an order that depends on the list alone.</param>
    /// <param name="report">Makes the report of a page.</param>
    public async Task<Results<ReportResult<TReport>, ProblemResult>> AnswerAsync<TAnswer, TRow, TReport>(
        ParameterReader reader,
        HttpRequest request,
        TenantId tenant,
        Func<CancellationToken, Task<Answer<TAnswer>>> ask,
        Func<TAnswer, (IEnumerable<TRow> Rows, Completeness Completeness)> list,
        Func<Page<TRow>, CompletenessResource, ValueTask<TReport>> report,
        CancellationToken cancellationToken)
        where TAnswer : class
        where TReport : IReport
    {
        var (requireComplete, format) = (reader.RequiresComplete(), reader.FormatOf(request));
        var (asked, wrong) = await ReadAsync(reader, request, tenant, format, cancellationToken);
        if (asked is null)
            return wrong!;
        var answer = await ask(cancellationToken);
        if (!answer.IsGranted)
            return ProblemResult.Of(answer.Refusal);
        var (rows, whole) = list(answer.Value);
        var completeness = CompletenessResource.Of(whole);
        var (page, changed) = await CutAsync(asked, [.. rows], completeness, cancellationToken);
        return page is null
            ? changed!
            : ReportAnswers.Of(await report(page, completeness), requireComplete, format, page.NextAddress);
    }

    /// <summary>Reads limit and cursor.</summary>
    /// <returns>What is asked for; or what is wrong, with these and with the other parameters.</returns>
    private async Task<(PageRequest? Asked, ProblemResult? Problem)> ReadAsync(
        ParameterReader reader,
        HttpRequest request,
        TenantId tenant,
        ReportFormat format,
        CancellationToken cancellationToken)
    {
        var limit = PageParameters.ReadLimit(reader);
        var cursor = PageParameters.ReadCursor(reader);
        if (reader.Errors.Any)
            return (null, ProblemResult.Of(reader.Errors));
        var problem = cursor is null ? null : await CheckAsync(cursor, request, tenant, cancellationToken);
        if (problem is not null)
            return (null, problem);
        var isWhole = format == ReportFormat.Csv && cursor is null;
        return (
            new PageRequest(request, tenant, limit ?? (isWhole ? null : PageParameters.MaxLimit), cursor?.Says), null);
    }

    /// <summary>The page; or a refusal where the list is another than the cursor's.</summary>
    private async Task<(Page<TRow>? Page, ProblemResult? Problem)> CutAsync<TRow>(
        PageRequest asked,
        IReadOnlyList<TRow> rows,
        CompletenessResource completeness,
        CancellationToken cancellationToken)
    {
        var revision = PageHash.OfList(rows, completeness, json.Value.SerializerOptions);
        if (asked.Cursor is { } cursor && cursor.Revision != revision)
            return (null, new ProblemResult(ProblemCatalogue.ListChanged));
        var start = asked.Cursor?.Offset ?? 0;
        var end = Math.Min(rows.Count, start + (asked.Limit ?? rows.Count));
        if (end == rows.Count)
            return (new Page<TRow>(Cut(rows, start, end), null, null), null);
        var next = new PageCursor(PageHash.OfQuery(asked.Request), revision, end, GoodUntil()).ToContent();
        var text = PageCursor.Write(next, await client.Cursors.SignAsync(asked.Tenant, next, cancellationToken));
        return (new Page<TRow>(Cut(rows, start, end), text, Address(asked.Request, text)), null);
    }

    private async Task<ProblemResult?> CheckAsync(
        UncheckedCursor cursor, HttpRequest request, TenantId tenant, CancellationToken cancellationToken)
    {
        if (!await client.Cursors.IsSignedAsync(tenant, cursor.Content, cursor.Signature, cancellationToken))
            return ProblemResult.Of(FieldErrors.Of(PageParameters.CursorName, NotOurs));
        if (cursor.Says.Query != PageHash.OfQuery(request))
            return ProblemResult.Of(FieldErrors.Of(PageParameters.CursorName, OfAnother));
        return cursor.Says.GoodUntil <= time.GetUtcNow() ? new ProblemResult(ProblemCatalogue.CursorExpired) : null;
    }

    /// <summary>
    /// The same for all cursors of a while, so that an unchanged page has an unchanged ETag, cursor included.
    /// </summary>
    private DateTimeOffset GoodUntil()
    {
        var lifetime = options.Value.CursorLifetime.Ticks;
        var begun = time.GetUtcNow().UtcTicks / lifetime;
        return new DateTimeOffset((begun + 2) * lifetime, TimeSpan.Zero);
    }

    private static IReadOnlyList<TRow> Cut<TRow>(IReadOnlyList<TRow> rows, int start, int end) =>
        start == 0 && end == rows.Count ? rows : [.. rows.Skip(start).Take(end - start)];

    private static string Address(HttpRequest request, string cursor)
    {
        var query = request.Query
            .Where(parameter => parameter.Key != PageParameters.CursorName)
            .SelectMany(parameter => parameter.Value.Select(value => KeyValuePair.Create(parameter.Key, value)))
            .Append(KeyValuePair.Create(PageParameters.CursorName, (string?)cursor));
        return $"{request.PathBase}{request.Path}{QueryString.Create(query)}";
    }
}
