namespace Archera.Contracts.Accounts;

/// <param name="Remedy">What the customer does next; null unless the step failed.</param>
/// <param name="AwsRequestId">The request id to look up in CloudTrail.</param>
[GenerateSerializer, Immutable, Alias("archera.VerificationStep")]
public sealed record VerificationStep(
    [property: Id(0)] string Id,
    [property: Id(1)] StepOutcome Outcome,
    [property: Id(2)] string Detail,
    [property: Id(3)] string? Remedy,
    [property: Id(4)] string? AwsRequestId);
