namespace Archera.Sandbox.Aws.Billing;

/// <summary>What AWS charges one account for its own requests.</summary>
public sealed record BilledAccount(string Account, long Requests, decimal Usd);
