using System.Text.RegularExpressions;

namespace Archera.ArchitectureTests.Sources;

/// <summary>Where files may lie, and what no file may hold, whatever its kind.</summary>
public static partial class LayoutRules
{
    private const int ProjectLines = 25;

    private static readonly string[] TopFolders = [".ci", "client", "docs", "grains", "sandbox", "silo", "tests"];

    private static readonly string[] TellNothing =
        ["Common", "Shared", "Utils", "Utilities", "Helpers", "Models", "Services", "Misc"];

    public static IEnumerable<string> Violations(SourceFile file)
    {
        var folders = file.Folders.ToList();
        if (folders.Count > 0 && !TopFolders.Contains(folders[0]))
            yield return $"{file.Path}: no top-level folder of ours";
        foreach (var folder in folders.Where(folder => TellNothing.Contains(folder, StringComparer.OrdinalIgnoreCase)))
            yield return $"{file.Path}: a folder named {folder} says nothing of what is in it";
        if (file.IsProject && file.Lines.Length > ProjectLines)
            yield return $"{file.Path}: {file.Lines.Length} lines; a project file has at most {ProjectLines}";
        foreach (Match match in MachinePath().Matches(file.Text))
            yield return $"{file.Path}: {match.Value} is a path of one machine";
        foreach (Match match in RegistryHost().Matches(file.Text))
            yield return $"{file.Path}: {match.Value} is a registry host; clients know their own";
    }

    [GeneratedRegex("""(?<![\w.~$}/-])/(?:work|root|Users|home/\w+)/[\w.]+""")]
    private static partial Regex MachinePath();

    [GeneratedRegex("""https?://[\w.:@-]*(?:registry|nuget|npmjs|pypi|artifactory|nexus|verdaccio)[\w.:-]*""")]
    private static partial Regex RegistryHost();
}
