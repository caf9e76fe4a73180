using Archera.Contracts.Identity;

namespace Archera.Aws.Calls;

/// <summary>One request on the wire, as the meter saw it.</summary>
/// <param name="Action">What IAM allowed, or did not.</param>
/// <param name="Attempt">1 for the first attempt of a call.</param>
/// <param name="Outcome"><c>ok</c>, or the failure's reason.</param>
/// <param name="PriceUsd">What AWS charges the customer for it; zero for a failed request.</param>
public sealed record AwsCallAttempt(
    PayerAccountKey Account,
    string Service,
    string Operation,
    string Action,
    int Attempt,
    string Outcome,
    string? RequestId,
    long ResponseBytes,
    decimal PriceUsd,
    DateTimeOffset StartedAt,
    TimeSpan Duration);
