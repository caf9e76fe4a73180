using System.Text.Json;

namespace Archera.Aws.Sessions;

/// <summary>
/// Narrows a session to the actions that are read with, whatever the role would allow: rights are the role's policy cut
/// with this one. It never holds a wildcard or a write, so that no session of ours can change anything.
/// </summary>
public static class SessionPolicy
{
    /// <summary>STS's limit for an inline session policy, in characters.</summary>
    public const int MaxLength = 2048;

    /// <summary>A policy must name an action; this one needs no permission anyway.</summary>
    private const string Harmless = "sts:GetCallerIdentity";

    /// <summary>How the names of all our actions begin; AWS names no write so.</summary>
    private static readonly string[] ReadVerbs = ["Get", "List", "Describe"];

    /// <exception cref="ArgumentException">The actions do not fit a session policy, or one of them is not the exact
    /// name of a read.</exception>
    public static string Of(IEnumerable<string> actions)
    {
        var sorted = actions.Append(Harmless).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (sorted.FirstOrDefault(action => !IsRead(action)) is { } other)
        {
            throw new ArgumentException(
                $"{other} is not the exact name of a read: no session of ours may be allowed it.", nameof(actions));
        }

        var policy = JsonSerializer.Serialize(new
        {
            Version = "2012-10-17",
            Statement = new[] { new { Effect = "Allow", Action = sorted, Resource = "*" } },
        });
        return policy.Length <= MaxLength
            ? policy
            : throw new ArgumentException(
                $"A session policy of {sorted.Length} actions has {policy.Length} characters; STS takes {MaxLength}.",
                nameof(actions));
    }

    private static bool IsRead(string action)
    {
        var name = action.AsSpan(action.IndexOf(':', StringComparison.Ordinal) + 1);
        foreach (var verb in ReadVerbs)
        {
            if (name.StartsWith(verb, StringComparison.Ordinal))
                return !name.ContainsAny('*', '?');
        }

        return false;
    }
}
