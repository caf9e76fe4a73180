using Archera.Silo.Start;

namespace Archera.Silo.Embedded;

/// <summary>
/// The data directory, held by this process alone until it is disposed. The lock is the operating system's, so that a
/// killed process leaves none behind.
/// </summary>
public sealed class DataDirectory : IDisposable
{
    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    public string Path { get; }

    public string Database => System.IO.Path.Combine(Path, "archera.db");

    public string OperatorKey => System.IO.Path.Combine(Path, "operator.key");

    /// <exception cref="StartRefusedException">It is in use, or can't be written.</exception>
    public static DataDirectory Open(string directory)
    {
        var path = System.IO.Path.GetFullPath(directory);
        try
        {
            CreatePrivate(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(path, refused);
        }

        return new DataDirectory(path, Hold(path));
    }

    public void Dispose() => _lock.Dispose();

    private static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static FileStream Hold(string path)
    {
        var file = System.IO.Path.Combine(path, "lock");
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException refused) when (File.Exists(file))
        {
            throw new StartRefusedException(
                $"{path} is in use by another Archera process. Stop that one, or choose another directory with "
                + "Embedded:Directory.",
                refused);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(path, refused);
        }
    }

    private static StartRefusedException NotWritable(string path, Exception refused) =>
        new(
            $"{path} cannot be written. Give this user the right to, or choose another directory with "
            + "Embedded:Directory.",
            refused);
}
