using System.Text;

namespace Archera.EndToEndTests.Custody;

/// <summary>The bytes of a folder's files as they lie there, however else they are held open.</summary>
internal sealed class ReadableFiles
{
    private readonly Dictionary<string, byte[]> _files;

    private ReadableFiles(Dictionary<string, byte[]> files) => _files = files;

    public IEnumerable<string> Names => _files.Keys;

    // An empty file may be a lock, which nobody else may open.
    public static ReadableFiles Copy(string folder) => new(
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Length > 0)
            .ToDictionary(file => Path.GetRelativePath(folder, file.FullName), file => Read(file.FullName)));

    /// <summary>The first text that a file holds, as UTF-8 or as either UTF-16; null when none does.</summary>
    public string? FirstOf(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            byte[][] written =
            [
                Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text), Encoding.BigEndianUnicode.GetBytes(text),
            ];
            foreach (var (name, bytes) in _files)
            {
                if (written.Any(form => bytes.AsSpan().IndexOf(form) >= 0))
                    return $"{text} in {name}";
            }
        }

        return null;
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
