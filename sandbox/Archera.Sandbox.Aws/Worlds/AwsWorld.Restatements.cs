using Archera.Sandbox.Aws.Worlds.Restatements;

namespace Archera.Sandbox.Aws.Worlds;

public sealed partial class AwsWorld
{
    /// <summary>Far more than a test restates; each one stays in memory and in the simulator's durable state.</summary>
    public const int MaximumRestatements = 100_000;

    private readonly Lock _restating = new();
    private readonly OrderedDictionary<(string Payer, DateOnly Day, RestatedRow Row), Restatement> _restatements = [];

    /// <summary>
    /// The restatements in force, one per row: restating each of them in a fresh world gives the same bills again.
    /// </summary>
    public IReadOnlyList<Restatement> Restatements
    {
        get
        {
            lock (_restating)
                return [.. _restatements.Values];
        }
    }

    /// <summary>
    /// Adds, changes or removes one row of a bill. Cost Explorer and the truth see it from the next call on.
    /// </summary>
    /// <exception cref="ArgumentException">The row cannot be in any bill of this world.</exception>
    public void Restate(Restatement restatement)
    {
        restatement.Validate();
        var bill = _restatedBills.GetValueOrDefault(restatement.Payer)
            ?? throw new ArgumentException($"{restatement.Payer} is not a payer account of this world.");
        if (!Bills(restatement.Payer, restatement.LinkedAccount))
            throw new ArgumentException($"{restatement.LinkedAccount} is not an account of payer {restatement.Payer}.");
        var row = RestatedRow.Of(restatement);
        lock (_restating)
        {
            var key = (restatement.Payer, restatement.Day, row);
            if (_restatements.Count >= MaximumRestatements && !_restatements.ContainsKey(key))
                throw new ArgumentException($"This world already holds {MaximumRestatements} restatements.");
            _restatements[key] = restatement;
            bill.Restate(restatement);
        }
    }
}
