using Archera.Silo.Start;

namespace Archera.Silo.Custody;

/// <summary>Directories of keys: their owner's alone.</summary>
internal static class PrivateDirectory
{
    private const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <returns>The whole path.</returns>
    /// <exception cref="StartRefusedException">It can't be made, or others than its owner may use it.</exception>
    public static string Make(string directory, string option)
    {
        var path = Path.GetFullPath(directory);
        try
        {
            if (OperatingSystem.IsWindows())
                return Directory.CreateDirectory(path).FullName;
            Directory.CreateDirectory(path, Owners);
            var mode = File.GetUnixFileMode(path);
            return (mode & Others) == 0 ? path : throw new StartRefusedException(
                $"{path} is open to other users (mode {Convert.ToString((int)(mode & (Owners | Others)), 8)}). It "
                + "holds keys: give it to its owner alone (chmod 700, or the mode that it is mounted with), or choose "
                + $"another directory with {option}.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"{path} cannot be written. Give this user the right to, or choose another directory with {option}.",
                refused);
        }
    }

    /// <exception cref="StartRefusedException">One lies in the other, or they are the same.</exception>
    public static void RequireApart(string path, string option, string other, string otherOption)
    {
        if (Contains(other, path) || Contains(path, other))
            throw new StartRefusedException(
                $"{option} ({path}) and {otherOption} ({other}) must lie apart: a copy of one must not hold the other. "
                + $"Choose another directory with {option}.");
    }

    private static bool Contains(string directory, string path)
    {
        var way = Path.GetRelativePath(Real(directory), Real(path));
        return way == "." || !(Path.IsPathRooted(way) || way == ".."
            || way.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }

    // A link into the data directory is in the data directory.
    private static string Real(string path)
    {
        var whole = Path.GetFullPath(path);
        var parent = Path.GetDirectoryName(whole);
        if (parent is null)
            return whole;
        var here = new DirectoryInfo(Path.Combine(Real(parent), Path.GetFileName(whole)));
        return here.LinkTarget is null
            ? here.FullName
            : Real(here.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
    }
}
