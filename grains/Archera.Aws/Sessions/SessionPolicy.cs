using System.Text.Json;

namespace Archera.Aws.Sessions;

/// <summary>
/// Narrows a session to the actions that are read with, whatever the role would allow: rights are the role's policy cut
/// with this one.
/// </summary>
public static class SessionPolicy
{
    /// <summary>STS's limit for an inline session policy, in characters.</summary>
    public const int MaxLength = 2048;

    /// <summary>A policy must name an action; this one needs no permission anyway.</summary>
    private const string Harmless = "sts:GetCallerIdentity";

    /// <exception cref="ArgumentException">The actions do not fit a session policy.</exception>
    public static string Of(IEnumerable<string> actions)
    {
        var sorted = actions.Append(Harmless).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
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
}
