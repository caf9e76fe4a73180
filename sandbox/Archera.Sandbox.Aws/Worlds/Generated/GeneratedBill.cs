namespace Archera.Sandbox.Aws.Worlds.Generated;

/// <summary>
/// The bill of one generated organization. A day is computed from the seed whenever it is asked for, which is cheap
/// enough that nothing is kept, so a world of any length takes no memory.
/// </summary>
internal sealed class GeneratedBill(
    DateOnly firstDay, Func<PayerBook> open) : IBill
{
    private readonly Lazy<PayerBook> _book = new(open);

    public DateOnly FirstDay => firstDay;

    public IReadOnlyList<CommitmentPurchase> Purchases(DateOnly start, DateOnly end) =>
        _book.Value.Purchases(start, end);

    public IReadOnlyList<CommitmentDay> Commitments(DateOnly day) =>
        day < firstDay ? [] : _book.Value.CommitmentsOn(day);

    public IReadOnlyList<Charge> Day(DateOnly day) => day < firstDay ? [] : _book.Value.Day(day);
}
