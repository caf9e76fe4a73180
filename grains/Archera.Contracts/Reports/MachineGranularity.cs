namespace Archera.Contracts.Reports;

/// <summary>What a row about a machine covers.</summary>
[GenerateSerializer, Alias("archera.MachineGranularity")]
public enum MachineGranularity
{
    /// <summary>All asked days together.</summary>
    Period,

    /// <summary>One of them.</summary>
    Daily,
}
