using System.Collections.Immutable;

namespace Archera.UnitTests.Permissions;

/// <summary>
/// All actions of the services that roles are granted anything of, as the lists of the simulated AWS have them: taken
/// from AWS's own service models.
/// </summary>
internal static class ListedActions
{
    public static ImmutableArray<string> All { get; } =
    [
        .. Directory.GetFiles(
                Path.Combine(Snapshot.RepositoryRoot(), "sandbox/Archera.Sandbox.Aws/Listed/Operations"), "*.txt")
            .SelectMany(file => Read(File.ReadAllText(file)))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A name may follow its method and path, and be followed by the action that IAM has for it.</summary>
    private static IEnumerable<string> Read(string text)
    {
        const string Action = "action: ";
        var parts = text.ReplaceLineEndings("\n").Split("\n\n", 2);
        var prefix = parts[0].Split('\n').Single(line => line.StartsWith(Action, StringComparison.Ordinal));
        return parts[1].Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => char.IsUpper(word[0]) && word.Any(char.IsLower))
            .Select(name => $"{prefix[Action.Length..]}:{name.Split('=')[^1]}");
    }
}
