namespace Archera.Silo.Custody;

/// <summary>A stored record as the provider below sees it: bytes, and nothing about them.</summary>
public sealed class RawRecord(byte[] bytes)
{
    public RawRecord()
        : this([])
    {
    }

    public byte[] Bytes { get; } = bytes;
}
