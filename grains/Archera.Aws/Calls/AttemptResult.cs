namespace Archera.Aws.Calls;

/// <summary>
/// What an attempt brought, as a value: the pipeline's strategies look at failures, not at exceptions.
/// </summary>
internal sealed record AttemptResult(object? Value, AwsFailure? Failure, string? RequestId);
