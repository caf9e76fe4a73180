namespace Archera.Sandbox.Aws.Worlds.Generated;

/// <param name="Name">Exactly as Cost Explorer's SERVICE dimension spells it.</param>
/// <param name="TypicalDailyCost">What a production account spends a day, in USD.</param>
internal sealed record ServiceEntry(string Name, decimal TypicalDailyCost)
{
    /// <summary>The service under which a Savings Plan for this usage is billed; null when none covers it.</summary>
    public string? SavingsPlan { get; init; }

    /// <summary>Whether the service sells reservations.</summary>
    public bool Reservable { get; init; }
}
