using System.Text.Json;

namespace Archera.Sandbox.Aws.Hosting;

/// <summary>
/// Durable state as JSON lines, appended and handed to the operating system one by one: a killed process loses
/// nothing that was answered. A torn last line, which was never answered, is cut off at the next start.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly Lock _gate = new();
    private FileStream? _file;

    private Journal(FileStream? file) => _file = file;

    /// <summary>Opens the file of that name, or a journal that keeps nothing when there is no directory.</summary>
    internal static Journal Open(string? directory, string name)
    {
        if (directory is null)
            return new Journal(null);
        Directory.CreateDirectory(directory);
        return new Journal(OpenFile(Path.Combine(directory, name)));
    }

    internal void Replay(Action<JsonElement> apply)
    {
        if (_file is null)
            return;
        _file.Position = 0;
        using var reader = new StreamReader(_file, leaveOpen: true);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            try
            {
                using var document = JsonDocument.Parse(line);
                apply(document.RootElement);
            }
            catch (Exception exception) when (exception is JsonException or KeyNotFoundException or FormatException)
            {
                throw new InvalidDataException(
                    $"{_file.Name} line {number} is unreadable. Remove the line, or start on an empty folder.",
                    exception);
            }
        }

        _file.Position = _file.Length;
    }

    internal void Append(ReadOnlySpan<byte> line)
    {
        if (_file is null)
            return;
        var bytes = new byte[line.Length + 1];
        line.CopyTo(bytes);
        bytes[^1] = (byte)'\n';
        lock (_gate)
            _file.Write(bytes);
    }

    /// <summary>Replaces the content by what it comes to, so that a long life does not make a long start.</summary>
    internal void Rewrite(IEnumerable<byte[]> lines)
    {
        if (_file is null)
            return;
        var path = _file.Name;
        using (var fresh = new FileStream(path + ".new", FileMode.Create, FileAccess.Write))
        {
            foreach (var line in lines)
            {
                fresh.Write(line);
                fresh.WriteByte((byte)'\n');
            }
        }

        lock (_gate)
        {
            _file.Dispose();
            File.Move(path + ".new", path, overwrite: true);
            _file = OpenFile(path);
        }
    }

    public void Dispose() => _file?.Dispose();

    private static FileStream OpenFile(string path)
    {
        // No buffer of ours: a line is one write, so that it survives the process.
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        CutTornLine(file);
        return file;
    }

    private static void CutTornLine(FileStream file)
    {
        var end = file.Length;
        while (end > 0)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
                break;
            end--;
        }

        file.SetLength(end);
        file.Position = end;
    }
}
