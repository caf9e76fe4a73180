using System.Globalization;
using System.Text.Json;
using Archera.EndToEndTests.Processes;

namespace Archera.EndToEndTests.Sandbox;

/// <summary>The sandbox as a user runs it.</summary>
internal static class SandboxProgram
{
    private const string Project = "Archera.Sandbox";

    /// <summary>On free ports.</summary>
    public static ProgramProcess Start(params string[] arguments) =>
        BuiltProgram.Start(Project, ["--port", "0", "--aws-port", "0", .. arguments]);

    /// <summary>On free ports, with settings as environment variables.</summary>
    public static ProgramProcess Start(IReadOnlyDictionary<string, string> settings, string[] arguments) =>
        BuiltProgram.Start(Project, ["--port", "0", "--aws-port", "0", .. arguments], settings);

    /// <summary>With no option but these; only for command lines that start nothing.</summary>
    public static ProgramProcess StartWith(params string[] arguments) => BuiltProgram.Start(Project, arguments);

    public static ProgramProcess StartOnPort(string option, int port)
    {
        var other = option == "--port" ? "--aws-port" : "--port";
        return BuiltProgram.Start(Project, [other, "0", option, port.ToString(CultureInfo.InvariantCulture)]);
    }

    /// <summary>The JSON of <c>--once</c>: the last line of stdout.</summary>
    public static JsonElement Report(this ProgramProcess sandbox)
    {
        using var document = JsonDocument.Parse(sandbox.Output.Last());
        return document.RootElement.Clone();
    }
}
