namespace Archera.ArchitectureTests.Sources;

public sealed class DependencyArrowsTests
{
    private static IEnumerable<ProjectFile> Projects =>
        Repository.Files.Where(file => file.IsProject).Select(ProjectFile.Parse);

    [Fact]
    public void Point_the_way_that_the_architecture_says() => Verdict.None(DependencyArrows.Violations(Projects));

    [Fact]
    public void Are_read_from_the_project_files() =>
        Projects.Single(project => project.Name == "Archera.Sandbox").Projects
            .ShouldBe(["Archera.Silo", "Archera.Sandbox.Aws"], ignoreOrder: true);

    [Theory]
    [InlineData("grains/Archera.Contracts", "Archera.Aws")]
    [InlineData("grains/Archera.Grains", "Archera.Silo")]
    [InlineData("client/Archera.Client", "Archera.Grains")]
    [InlineData("client/Archera.Gateway", "Archera.Grains")]
    [InlineData("silo/Archera.Silo", "Archera.Sandbox.Aws")]
    [InlineData("silo/Archera.Silo", "Archera.Sandbox")]
    [InlineData("sandbox/Archera.Sandbox.Aws", "Archera.Contracts")]
    [InlineData("sandbox/Archera.Sandbox.Aws", "AWSSDK.CostExplorer")]
    [InlineData("grains/Archera.Common", "Archera.Contracts")]
    public void Are_refused_where_they_point_another_way(string project, string target)
    {
        var file = new SourceFile(
            $"{project}/{project.Split('/')[1]}.csproj",
            $"""<Project><ItemGroup><ProjectReference Include="../x/{target}.csproj" /></ItemGroup></Project>""");

        DependencyArrows.Violations([ProjectFile.Parse(file)]).ShouldNotBeEmpty();
    }

    [Fact]
    public void Lead_to_a_browser_from_one_project_at_most() =>
        Projects.Where(project => project.Packages.Any(package => package.Contains("Playwright")))
            .Select(project => project.Path)
            .Count()
            .ShouldBeLessThanOrEqualTo(1);
}
