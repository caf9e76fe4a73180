namespace Archera.Contracts.Reports;

/// <summary>A figure that can't be right while an account is connected alone, and why.</summary>
/// <param name="Account">The account connected alone, such as <c>aws:111122223333</c>.</param>
/// <param name="IsInAnswer">
/// The amounts of this answer are such figures, or hold them; otherwise it is what is computed from other answers.
/// </param>
[GenerateSerializer, Immutable, Alias("archera.CostCaveat")]
public sealed record CostCaveat(
    [property: Id(0)] string Account,
    [property: Id(1)] CaveatFigure Figure,
    [property: Id(2)] bool IsInAnswer,
    [property: Id(3)] string Reason);
