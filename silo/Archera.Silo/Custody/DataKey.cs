using System.Security.Cryptography;

namespace Archera.Silo.Custody;

/// <summary>An unwrapped AES-256 key. It is in memory only, and never in a message.</summary>
public sealed class DataKey
{
    public const int Bytes = 32;

    private readonly byte[] _material;

    public DataKey(KeyId id, byte[] material)
    {
        if (material.Length != Bytes)
            throw new ArgumentException($"A key has {Bytes} bytes, not {material.Length}.", nameof(material));
        (Id, _material) = (id, material);
    }

    public KeyId Id { get; }

    public ReadOnlySpan<byte> Material => _material;

    public static DataKey New() => new(KeyId.New(), RandomNumberGenerator.GetBytes(Bytes));
}
