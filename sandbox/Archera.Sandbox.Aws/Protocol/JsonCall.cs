using System.Text.Json;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>One checked call, ready to be answered.</summary>
/// <param name="AccountId">The account whose credentials signed the call: 12 digits.</param>
/// <param name="Input">The request body.</param>
/// <param name="Today">The simulated AWS's billing today.</param>
/// <param name="RepeatToken">
/// A drawn fault: answer with the page token that was sent, so that paging would never end.
/// </param>
public sealed record JsonCall(string AccountId, JsonElement Input, DateOnly Today, bool RepeatToken);
