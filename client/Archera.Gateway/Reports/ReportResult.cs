using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Archera.Gateway.Costs;
using Archera.Gateway.Csv;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Archera.Gateway.Reports;

/// <summary>
/// Answers with a report under an ETag that hashes the whole answer, completeness included. The answer is written
/// twice, once to the hash and once to the caller, so that 100,000 rows are never held as text.
/// </summary>
internal sealed class ReportResult<TReport>(TReport report, ReportFormat format = ReportFormat.Json)
    : IResult, IEndpointMetadataProvider
    where TReport : IReport
{
    /// <summary>The address of the next page; null where there is none.</summary>
    public string? Next { get; init; }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(
        new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(TReport), ["application/json", "text/csv"]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var tag = new EntityTagHeaderValue($"\"{Hash(options)}{(format == ReportFormat.Csv ? "-csv" : "")}\"");
        var response = httpContext.Response;
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = $"{HeaderNames.Authorization}, {HeaderNames.Accept}";
        response.Headers[CompletenessHeader.Name] = CompletenessHeader.Of(report.Completeness);
        if (Next is not null)
            response.Headers.Link = $"<{Next}>; rel=\"next\"";
        if (IsKnown(httpContext.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (format == ReportFormat.Csv)
        {
            response.ContentType = CsvWriter.ContentType;
            await CsvWriter.WriteAsync(response.BodyWriter, report.ToCsv(), httpContext.RequestAborted);
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(response.BodyWriter, report, options, httpContext.RequestAborted);
    }

    /// <summary>A sheet is made of the answer alone, so that the answer's hash tells whether it has changed.</summary>
    internal string Hash(JsonSerializerOptions options)
    {
        using var sha = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, sha, CryptoStreamMode.Write))
            JsonSerializer.Serialize(stream, report, options);
        return Convert.ToHexStringLower(sha.Hash!);
    }

    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList([.. request.Headers.IfNoneMatch.OfType<string>()], out var known)
        && known.Any(candidate => candidate.Tag == "*" || candidate.Compare(tag, useStrongComparison: false));
}
