namespace Archera.ArchitectureTests.Sources;

/// <summary>A file of the repository; its path is relative to the root, with forward slashes.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public bool IsCode => Path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsProject => Path.EndsWith(".csproj", StringComparison.Ordinal);

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    public IEnumerable<string> Folders => Path.Split('/')[..^1];
}
