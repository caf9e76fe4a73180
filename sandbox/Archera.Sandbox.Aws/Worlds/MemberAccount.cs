namespace Archera.Sandbox.Aws.Worlds;

/// <summary>An account as Organizations lists it.</summary>
/// <param name="State">ACTIVE, SUSPENDED or another of AWS's.</param>
/// <param name="Status">The retired word, where it says something else than <paramref name="State"/>.</param>
public sealed record MemberAccount(
    string Id,
    string Name,
    string Email,
    string JoinedMethod,
    DateTimeOffset JoinedTimestamp,
    string State = "ACTIVE",
    string? Status = null);
