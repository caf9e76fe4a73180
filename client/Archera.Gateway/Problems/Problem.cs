using System.Text.Json.Serialization;
using Archera.Gateway.Costs;

namespace Archera.Gateway.Problems;

/// <summary>Why a request was not done (RFC 9457).</summary>
/// <param name="Type">The address of the problem's page, with what to do about it.</param>
/// <param name="Title">What happened; the same text for every problem of this code.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What happened this time, and what to do next.</param>
/// <param name="Code">The stable code to program against.</param>
/// <param name="TraceId">The request's id in the service's logs and traces.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    string TraceId)
{
    /// <summary>What is wrong with which field or parameter; only where one is at fault.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>What is missing; only with code incomplete.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompletenessResource? Completeness { get; init; }
}
