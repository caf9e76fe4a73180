namespace Archera.Gateway.Receipts;

/// <param name="Outcome">What came of it; StillOpen when the role should be deleted.</param>
/// <param name="RoleArn">The role that was tried; null when none was stored.</param>
/// <param name="Detail">What it means and what to do, in words.</param>
/// <param name="AwsRequestId">The request id to look up in CloudTrail.</param>
/// <param name="TriedAt">When, UTC.</param>
public sealed record LastAssumeRole(
    LastAssumeRoleOutcome Outcome, string? RoleArn, string Detail, string? AwsRequestId, DateTime? TriedAt);
