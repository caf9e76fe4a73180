namespace Archera.Grains.Storage;

/// <summary>A stored record can't be read by this program.</summary>
[GenerateSerializer, Alias("archera.StateRefused")]
public abstract class StateRefusedException(string message) : Exception(message);
