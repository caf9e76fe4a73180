namespace Archera.Sandbox.Aws.Worlds;

/// <summary>One term of a Savings Plan or a reservation, as it was bought: what the bill charges fees for.</summary>
/// <param name="Owner">The account that bought it.</param>
/// <param name="Service">The service that its fees are billed under; of a reservation, the one that it is for.</param>
/// <param name="End">The first day after the term.</param>
/// <param name="PerDay">The commitment of a day, used or not, the upfront part spread over the term included.</param>
/// <param name="Upfront">What is paid on the first day.</param>
public sealed record CommitmentPurchase(
    bool IsSavingsPlan, string Owner, string Service, DateOnly Start, DateOnly End, decimal PerDay, decimal Upfront);
