using System.Security.Cryptography;

namespace Archera.Silo.Custody;

/// <summary>Names one key for ever: 16 random bytes, written as 32 lower-case hexadecimal digits.</summary>
public readonly record struct KeyId(UInt128 Value)
{
    public const int Bytes = 16;

    public static KeyId New() => Read(RandomNumberGenerator.GetBytes(Bytes));

    public static KeyId Read(ReadOnlySpan<byte> bytes) =>
        new(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));

    public static KeyId Parse(string text) => Read(Convert.FromHexString(text));

    public void WriteTo(Span<byte> destination) =>
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(destination, Value);

    public override string ToString() => Value.ToString("x32", null);
}
