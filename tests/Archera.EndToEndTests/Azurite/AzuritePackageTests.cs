using System.Text.Json;

namespace Archera.EndToEndTests.Azurite;

public sealed class AzuritePackageTests
{
    private static readonly string Folder = Path.Combine(Root(), "tests/Archera.EndToEndTests/azurite");

    [Fact]
    public void Is_installed_as_pinned()
    {
        var pinned = Text("package.json", "dependencies", "azurite");

        Text("node_modules/azurite/package.json", "version").ShouldBe(pinned);
    }

    [Fact]
    public void Comes_from_whatever_registry_the_machine_knows() =>
        File.ReadAllText(Path.Combine(Folder, "package-lock.json")).ShouldNotContain("\"resolved\"");

    private static string? Text(string file, params string[] path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file)));
        return path.Aggregate(document.RootElement, (element, name) => element.GetProperty(name)).GetString();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder != null && !File.Exists(Path.Combine(folder.FullName, "Archera.Orleans.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Run the tests inside a clone.");
    }
}
