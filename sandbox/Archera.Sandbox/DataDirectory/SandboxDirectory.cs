namespace Archera.Sandbox.DataDirectory;

/// <summary>
/// The folder of a run, locked while it is in use: the <c>--data</c> folder, or a temporary one that goes away with the
/// run. The lock is the operating system's, so a killed process leaves none behind.
/// </summary>
internal sealed class SandboxDirectory : IDisposable
{
    private const string TemporaryPrefix = "archera-sandbox-";
    private const string LockName = "sandbox.lock";

    private readonly string _root;
    private readonly FileStream _lock;
    private readonly bool _temporary;

    private SandboxDirectory(string root, FileStream held, bool temporary)
    {
        _root = root;
        _lock = held;
        _temporary = temporary;
    }

    internal string Silo => Path.Combine(_root, "silo");

    /// <summary>The silo's key ring, apart from what it opens.</summary>
    internal string Keys => Path.Combine(_root, "keys");

    /// <summary>The silo's key store, apart from both.</summary>
    internal string KeyStore => Path.Combine(_root, "keystore");

    /// <summary>Where the simulated AWS keeps roles, bill and events; null when nothing outlives the run.</summary>
    internal string? Aws => _temporary ? null : Path.Combine(_root, "aws");

    internal string Customers => Path.Combine(_root, "customers.json");

    /// <exception cref="SandboxException">Another process holds the folder, or it can't be made.</exception>
    internal static SandboxDirectory Open(string? data)
    {
        if (data is null)
        {
            RemoveAbandoned();
            return Hold(Directory.CreateTempSubdirectory(TemporaryPrefix).FullName, temporary: true);
        }

        return Hold(Path.GetFullPath(data), temporary: false);
    }

    public void Dispose()
    {
        _lock.Dispose();
        if (_temporary)
            Directory.Delete(_root, recursive: true);
    }

    private static SandboxDirectory Hold(string root, bool temporary)
    {
        try
        {
            Directory.CreateDirectory(Path.Combine(root, "silo"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SandboxException(
                $"{root} can't be used: {exception.Message} Choose another --data folder.", exception);
        }

        var held = TryLock(root) ?? throw new SandboxException(
            $"{root} is in use by another sandbox. Stop that one, or choose another --data folder.");
        return new SandboxDirectory(root, held, temporary);
    }

    private static FileStream? TryLock(string root)
    {
        try
        {
            return new FileStream(
                Path.Combine(root, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A killed run leaves its temporary folder; the next one tidies up what nobody holds.
    private static void RemoveAbandoned()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), TemporaryPrefix + "*"))
        {
            if (!File.Exists(Path.Combine(folder, LockName)) || TryLock(folder) is not { } held)
                continue;
            using (held)
                Directory.Delete(folder, recursive: true);
        }
    }
}
