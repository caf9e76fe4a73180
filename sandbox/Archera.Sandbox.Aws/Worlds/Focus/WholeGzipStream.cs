using System.Buffers.Binary;
using System.IO.Compression;

namespace Archera.Sandbox.Aws.Worlds.Focus;

/// <summary>
/// <see cref="GZipStream"/> ends without an error where a file was cut off, and the rest of the bill would be missing
/// in silence. This one compares the length with the one that gzip notes at the end of the file.
/// </summary>
internal sealed class WholeGzipStream : Stream
{
    private const int SmallestFile = 18;

    private readonly GZipStream _gzip;
    private readonly uint _expected;
    private uint _count;

    public WholeGzipStream(Stream file)
    {
        if (file.Length < SmallestFile)
            throw new InvalidDataException();
        Span<byte> trailer = stackalloc byte[sizeof(uint)];
        file.Seek(-trailer.Length, SeekOrigin.End);
        file.ReadExactly(trailer);
        file.Position = 0;
        _expected = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        _gzip = new GZipStream(file, CompressionMode.Decompress);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _gzip.Read(buffer, offset, count);
        // The note is the length modulo 2^32, as is an unsigned sum that wraps around.
        _count = unchecked(_count + (uint)read);
        return read > 0 || count == 0 || _count == _expected ? read : throw new InvalidDataException();
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _gzip.Dispose();
        base.Dispose(disposing);
    }
}
