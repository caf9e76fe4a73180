namespace Archera.Contracts.Refresh;

[GenerateSerializer, Alias("archera.OperationState")]
public enum OperationState
{
    Running,
    Succeeded,

    /// <summary>Something could not be read now; it is named late and is tried again.</summary>
    Late,

    /// <summary>
    /// Nothing could be read, and trying again unchanged can't help: somebody has to act first, such as on a role that
    /// refuses us. It is still looked at again, in case they did.
    /// </summary>
    Failed,
}
