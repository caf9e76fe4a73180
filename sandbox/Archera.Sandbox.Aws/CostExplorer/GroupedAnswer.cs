using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>How one payer's grouped answers differ from its bill.</summary>
/// <param name="Decimals">Each group's amounts are rounded to so many; null: they are exact.</param>
/// <param name="HiddenRecordType">Charges of it are in no group; null: all are.</param>
/// <param name="HiddenFrom">The first day on which they are hidden.</param>
/// <param name="HiddenUntil">The first day on which they are not any more.</param>
public sealed record GroupedAnswer(
    int? Decimals = null,
    string? HiddenRecordType = null,
    DateOnly HiddenFrom = default,
    DateOnly HiddenUntil = default)
{
    internal bool Hides(DateOnly day, in Charge charge) =>
        charge.RecordType == HiddenRecordType && day >= HiddenFrom && day < HiddenUntil;

    internal decimal Shown(decimal amount) => Decimals is { } decimals ? decimal.Round(amount, decimals) : amount;
}
