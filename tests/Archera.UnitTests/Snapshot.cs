namespace Archera.UnitTests;

/// <summary>
/// Compares with a committed file. <c>UPDATE_SNAPSHOTS=1</c> writes it instead; the diff is then reviewed.
/// </summary>
internal static class Snapshot
{
    public static void Match(string pathInRepository, string actual)
    {
        var path = Path.Combine(RepositoryRoot(), pathInRepository);
        var text = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, text);
        File.ReadAllText(path).ShouldBe(
            text, $"{pathInRepository} is not what the code makes. UPDATE_SNAPSHOTS=1 writes it; review the diff.");
    }

    public static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Archera.Orleans.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No solution file above.");
        return folder;
    }
}
