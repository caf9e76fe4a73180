namespace Archera.Grains.Custody;

/// <summary>
/// The key store or the key ring does not answer now. It says nothing about what is stored: the same call may succeed
/// later.
/// </summary>
[GenerateSerializer, Alias("archera.KeysUnavailable")]
public sealed class KeysUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
