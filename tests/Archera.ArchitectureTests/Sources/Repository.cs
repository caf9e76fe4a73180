namespace Archera.ArchitectureTests.Sources;

/// <summary>The files that a clone has: no outputs, no installed packages, no data.</summary>
public static class Repository
{
    private static readonly string[] NotInAClone =
        [".git", ".vs", ".idea", "artifacts", "bin", "obj", "node_modules", "archera-data", "TestResults"];

    private static readonly string[] Binary =
        [".png", ".jpg", ".ico", ".gif", ".gz", ".zip", ".woff2", ".dll", ".exe", ".db", ".pfx", ".received.txt"];

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    private static readonly Lazy<IReadOnlyList<SourceFile>> Read = new(() =>
        [.. Under(Root).Select(path => new SourceFile(Relative(path), File.ReadAllText(path)))]);

    public static IReadOnlyList<SourceFile> Files => Read.Value;

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder != null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Archera.Orleans.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No Archera.Orleans.sln above {start}: run the tests inside a clone.");
    }

    private static IEnumerable<string> Under(string folder) =>
        Directory.EnumerateFiles(folder)
            .Where(path => !NotInAClone.Contains(Path.GetFileName(path)))
            .Where(path => !Binary.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            .Concat(Directory.EnumerateDirectories(folder)
                .Where(path => !NotInAClone.Contains(Path.GetFileName(path)))
                .SelectMany(Under));

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
