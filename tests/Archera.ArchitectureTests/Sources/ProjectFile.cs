using System.Xml.Linq;

namespace Archera.ArchitectureTests.Sources;

public sealed record ProjectFile(string Path, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public string Name => NameOf(Path);

    public string TopFolder => Path.Split('/')[0];

    public static ProjectFile Parse(SourceFile file)
    {
        var items = XDocument.Parse(file.Text).Descendants().ToList();
        return new ProjectFile(
            file.Path,
            [.. Includes("ProjectReference").Select(NameOf)],
            [.. Includes("PackageReference")]);

        IEnumerable<string> Includes(string element) => items
            .Where(item => item.Name.LocalName == element)
            .Select(item => (string?)item.Attribute("Include"))
            .OfType<string>();
    }

    private static string NameOf(string path)
    {
        var file = path.Replace('\\', '/').Split('/')[^1];
        return file.EndsWith(".csproj", StringComparison.Ordinal) ? file[..^".csproj".Length] : file;
    }
}
