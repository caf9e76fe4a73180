using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Archera.Silo.Start;

namespace Archera.Silo.Embedded;

/// <summary>
/// The operator's key of a machine on which nobody configured one: made at the first start, readable by its owner
/// alone.
/// </summary>
public static partial class OperatorKeyFile
{
    /// <summary>The option that stands for the file where it is given.</summary>
    public const string Option = "Operator:Key";

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

    public static string ReadOrCreate(string path)
    {
        var key = ReadOrCreateText(path).Trim();
        return Form().IsMatch(key)
            ? key
            : throw new StartRefusedException(
                $"{path} does not hold an operator key. Restore the file, or remove it to have a new key made.");
    }

    private static string ReadOrCreateText(string path)
    {
        try
        {
            if (!File.Exists(path) && !Directory.Exists(path))
                Create(path);
            return File.ReadAllText(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"{path} cannot be read or made. Move away what is there, give this user the right to, or set "
                + $"{Option}.",
                refused);
        }
    }

    // By rename, so that a crash leaves either no key or a whole one.
    private static void Create(string path)
    {
        var half = path + ".new";
        File.Delete(half);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(half, options))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(Generate() + "\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(half, path);
    }

    public static string Generate() =>
        $"arc_{RandomNumberGenerator.GetString(Alphabet, 8)}_{RandomNumberGenerator.GetString(Alphabet, 32)}";

    [GeneratedRegex("^arc_[A-Za-z0-9]{8}_[A-Za-z0-9]{32}$")]
    private static partial Regex Form();
}
