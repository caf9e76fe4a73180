namespace Archera.Sandbox.Aws.Truth;

/// <summary>One day of an organization's Savings Plans, or of its reservations of one service.</summary>
/// <param name="Kind"><c>SavingsPlans</c> or <c>Reservations</c>.</param>
/// <param name="Service">What the reservations are for; empty for Savings Plans.</param>
/// <param name="Figures">Money and machine-hours by name; what does not apply is absent.</param>
public sealed record CommitmentTruthRow(
    DateOnly Day, string Kind, string Service, IReadOnlyDictionary<string, decimal> Figures);
