namespace Archera.Grains.Storage;

/// <summary>The stored record was written by a newer version of Archera. It is left as it is.</summary>
[GenerateSerializer, Alias("archera.UnknownState")]
public sealed class UnknownStateException(string message) : StateRefusedException(message);
