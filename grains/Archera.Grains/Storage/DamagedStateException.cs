namespace Archera.Grains.Storage;

/// <summary>The stored record is not what was written.</summary>
[GenerateSerializer, Alias("archera.DamagedState")]
public sealed class DamagedStateException(string message) : StateRefusedException(message);
