namespace Archera.EndToEndTests.Sandbox;

/// <summary>Whole systems: one at a time, or they measure each other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WholeSystem
{
    public const string Name = "sandbox processes";
}
