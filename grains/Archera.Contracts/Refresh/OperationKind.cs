namespace Archera.Contracts.Refresh;

/// <summary>What a long-running operation does.</summary>
[GenerateSerializer, Alias("archera.OperationKind")]
public enum OperationKind
{
    Refresh,
    Offboarding,
    Backfill,
}
