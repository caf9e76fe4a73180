namespace Archera.Sandbox.Aws.Worlds.Focus;

/// <summary>The bill of a file: the same charges whatever today is.</summary>
internal sealed class FocusBill(IReadOnlyDictionary<DateOnly, IReadOnlyList<Charge>> days, string currency) : IBill
{
    public DateOnly FirstDay { get; } = days.Keys.Min();

    public DateOnly? LastDay { get; } = days.Keys.Max();

    public string Currency => currency;

    public IReadOnlyList<Charge> Day(DateOnly day) => days.GetValueOrDefault(day, []);
}
