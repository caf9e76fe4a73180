using Archera.Sandbox.Aws.Machines;
using Archera.Sandbox.Aws.Worlds.Generated;

namespace Archera.Sandbox.Aws.Worlds;

/// <summary>
/// The size of a generated world. A figure depends on the seed and its date alone: more payers leave the first ones
/// as they were, and another first day only hides or shows days.
/// </summary>
public sealed record GeneratedWorldOptions
{
    /// <summary>Ten times the largest world that is measured.</summary>
    public const int MaximumPayers = 2_000;

    public const int MaximumLinkedPerPayer = 1_000;

    /// <summary>Usage lines in all: what the world keeps in memory, about 100 bytes each.</summary>
    public const int MaximumLines = 5_000_000;

    public static int MaximumServices => ServiceCatalogue.Usage.Count;

    /// <summary>Organizations, each with a bill of its own.</summary>
    public int Payers { get; init; } = 5;

    /// <summary>Accounts of an organization, the payer itself included.</summary>
    public int LinkedPerPayer { get; init; } = 12;

    /// <summary>Services with usage; Tax, Support and Savings Plans come on top.</summary>
    public int Services { get; init; } = 24;

    /// <summary>
    /// Places for machines in each account; at any time most of them are taken. 14 have one of every kind.
    /// </summary>
    public int MachinesPerAccount { get; init; } = 14;

    public int Seed { get; init; } = 1;

    /// <summary>Earlier days have no charges.</summary>
    public DateOnly FirstDay { get; init; } = new(2025, 1, 1);

    /// <summary>Every account uses every service on every day: a benchmark's row count is known beforehand.</summary>
    public bool Dense { get; init; }

    internal void Validate()
    {
        Require(Payers, 1, MaximumPayers, nameof(Payers));
        Require(LinkedPerPayer, 1, MaximumLinkedPerPayer, nameof(LinkedPerPayer));
        Require(Services, 1, MaximumServices, nameof(Services));
        Require(MachinesPerAccount, 0, MachineWorld.MaximumPerAccount, nameof(MachinesPerAccount));
        var lines = (long)Payers * LinkedPerPayer * Services;
        if (lines > MaximumLines)
            throw new ArgumentException(
                $"Payers x LinkedPerPayer x Services is {lines}; a generated world holds at most {MaximumLines}.");
    }

    private static void Require(int value, int low, int high, string name)
    {
        if (value < low || value > high)
            throw new ArgumentOutOfRangeException(name, value, $"{name} is {low} to {high}.");
    }
}
