namespace Archera.ArchitectureTests.Sources;

public sealed class LayoutTests
{
    [Fact]
    public void Is_what_a_reader_expects() => Verdict.None(Repository.Files.SelectMany(LayoutRules.Violations));

    [Theory]
    [InlineData("lib/Archera.X/X.cs", "")]
    [InlineData("grains/Archera.Aws/Common/X.cs", "")]
    [InlineData("grains/Archera.Aws/Helpers/X.cs", "")]
    [InlineData("docs/a.md", "see /root" + "/notes.txt")]
    [InlineData("docs/a.md", "see /home" + "/me/notes.txt")]
    [InlineData("tests/package-lock.json", "\"resolved\": \"https://" + "registry.example.com/x.tgz\"")]
    public void Is_refused_where_it_is_not(string path, string text) =>
        LayoutRules.Violations(new SourceFile(path, text)).ShouldNotBeEmpty();

    [Fact]
    public void Has_no_long_project_files() =>
        LayoutRules.Violations(new SourceFile("silo/A/A.csproj", string.Concat(Enumerable.Repeat("\n<a />", 26))))
            .ShouldHaveSingleItem();
}
