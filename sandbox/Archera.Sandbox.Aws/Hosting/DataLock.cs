namespace Archera.Sandbox.Aws.Hosting;

/// <summary>
/// Keeps a second process off the folder of a simulated AWS: two would write over each other's lines. The lock is the
/// operating system's, so that a killed process leaves none behind.
/// </summary>
internal static class DataLock
{
    private const string Name = "aws.lock";

    internal static IDisposable Take(string directory)
    {
        Directory.CreateDirectory(directory);
        try
        {
            return new FileStream(
                Path.Combine(directory, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new IOException(
                $"{directory} is in use by another simulated AWS. End that one, or give another folder.", exception);
        }
    }
}
