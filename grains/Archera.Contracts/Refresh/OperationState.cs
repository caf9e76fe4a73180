namespace Archera.Contracts.Refresh;

[GenerateSerializer, Alias("archera.OperationState")]
public enum OperationState
{
    Running,
    Succeeded,

    /// <summary>Something could not be read now; it is named late and is tried again.</summary>
    Late,

    /// <summary>Nothing could be read.</summary>
    Failed,
}
