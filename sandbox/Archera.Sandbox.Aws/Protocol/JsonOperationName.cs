namespace Archera.Sandbox.Aws.Protocol;

internal static class JsonOperationName
{
    /// <summary>The operation's name, which is what follows the dot of its target.</summary>
    internal static string Name(this IJsonOperation operation) =>
        operation.Target[(operation.Target.LastIndexOf('.') + 1)..];
}
