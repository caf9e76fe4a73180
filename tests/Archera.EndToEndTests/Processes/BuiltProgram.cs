namespace Archera.EndToEndTests.Processes;

/// <summary>The programs of this repository, as the build has put them beside this test's own output.</summary>
internal static class BuiltProgram
{
    // artifacts/bin/<project>/<configuration>/
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    public static string Repository => Output.Parent!.Parent!.Parent!.Parent!.FullName;

    public static string Configuration => Output.Name;

    public static ProgramProcess Start(
        string project,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? settings = null,
        string? folder = null)
    {
        var program = Path.Combine(Output.Parent!.Parent!.FullName, project, Output.Name, project + ".dll");
        File.Exists(program).ShouldBeTrue($"{program} is not built");
        return ProgramProcess.Start(project, "dotnet", [program, .. arguments], settings, folder);
    }
}
