namespace Archera.Sandbox.Aws.Worlds;

/// <summary>An account as Organizations lists it. <c>State</c> is ACTIVE, SUSPENDED or another of AWS's.</summary>
public sealed record MemberAccount(
    string Id,
    string Name,
    string Email,
    string JoinedMethod,
    DateTimeOffset JoinedTimestamp,
    string State = "ACTIVE");
