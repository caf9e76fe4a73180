namespace Archera.ArchitectureTests.Sources;

public sealed class CodeTests
{
    [Fact]
    public void Keeps_to_its_shape() =>
        Verdict.None(Repository.Files.Where(file => file.IsCode).SelectMany(CodeRules.Violations));

    [Theory]
    [InlineData("X.cs", "#reg" + "ion A")]
    [InlineData("X.cs", "// TO" + "DO: later")]
    [InlineData("X.cs", "namespace Archera." + "Orleans.X;")]
    [InlineData("X.cs", "public class Y;")]
    [InlineData("X.cs", "public class X; public class Y;")]
    [InlineData("X.cs", "namespace A { public record X; public enum Y; }")]
    public void Is_refused_when_it_does_not(string name, string text) =>
        CodeRules.Violations(new SourceFile($"grains/A/{name}", text)).ShouldNotBeEmpty();

    [Theory]
    [InlineData("X.cs", "public class X { public class Inside; }")]
    [InlineData("X.Wire.cs", "public partial class X;")]
    [InlineData("Program.cs", "return 0;")]
    [InlineData("X.cs", "public record X; internal record Y;")]
    public void Is_accepted_when_it_does(string name, string text) =>
        CodeRules.Violations(new SourceFile($"grains/A/{name}", text)).ShouldBeEmpty();

    [Theory]
    [InlineData("grains/A/X.cs", 300, 0)]
    [InlineData("grains/A/X.cs", 301, 1)]
    [InlineData("tests/A/X.cs", 400, 0)]
    [InlineData("tests/A/X.cs", 401, 1)]
    public void Has_files_that_end(string path, int lines, int violations) =>
        CodeRules.Violations(new SourceFile(path, string.Join('\n', Enumerable.Repeat("//", lines))))
            .Count().ShouldBe(violations);

    [Theory]
    [InlineData(120, 0)]
    [InlineData(121, 1)]
    public void Fits_the_page(int columns, int violations) =>
        CodeRules.Violations(new SourceFile("grains/A/X.cs", new string('/', columns))).Count().ShouldBe(violations);

    [Theory]
    [InlineData("tests/A/X.cs", 0)]
    [InlineData("grains/A/X.cs", 1)]
    public void Lets_only_tests_quote_a_long_text_whole(string path, int violations) =>
        CodeRules.Violations(new SourceFile(path, $"class X {{ string Text = \"{new string('x', 120)}\"; }}"))
            .Count().ShouldBe(violations);

    [Theory]
    [InlineData(47, 0)]
    [InlineData(48, 1)]
    public void Has_methods_that_end(int statements, int violations)
    {
        var body = string.Join('\n', Enumerable.Repeat(";", statements));

        CodeRules.Violations(new SourceFile("grains/A/X.cs", $"class X {{ void M()\n{{\n{body}\n}}\n}}"))
            .Count().ShouldBe(violations);
    }
}
