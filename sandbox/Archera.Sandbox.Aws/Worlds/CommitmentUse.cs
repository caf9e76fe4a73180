namespace Archera.Sandbox.Aws.Worlds;

/// <summary>What one account used of a commitment for one service on one day.</summary>
/// <param name="Cost">At the commitment's rate.</param>
/// <param name="OnDemand">What the same costs without a commitment.</param>
public readonly record struct CommitmentUse(string Service, string Account, decimal Cost, decimal OnDemand);
