using System.Text.Json;
using Archera.Contracts.Permissions;

namespace Archera.Aws.Sessions;

/// <summary>
/// Narrows a session to the actions that are read with, whatever the role would allow: rights are the role's policy cut
/// with this one. It holds rows of <see cref="PermissionTable.Reads"/> and nothing else: exact names that customers are
/// shown with a reason each. How a name begins proves nothing: <c>s3:GetObject</c> returns what is stored,
/// <c>sts:GetSessionToken</c> returns credentials, and <c>redshift:GetClusterCredentials</c> may create a user.
/// </summary>
public static class SessionPolicy
{
    /// <summary>STS's limit for an inline session policy, in characters.</summary>
    public const int MaxLength = 2048;

    /// <summary>A policy must name an action; this one needs no permission anyway.</summary>
    private const string Harmless = "sts:GetCallerIdentity";

    /// <exception cref="ArgumentException">The actions do not fit a session policy, or one of them is no read of the
    /// table of permissions.</exception>
    public static string Of(IEnumerable<string> actions)
    {
        var sorted = actions.Append(Harmless).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return sorted.FirstOrDefault(action => action != Harmless && PermissionTable.Find(action) is null) is { } other
            ? throw new ArgumentException(
                $"{other} is no read of the table of permissions: no session of ours may be allowed it.",
                nameof(actions))
            : Write(sorted);
    }

    /// <exception cref="ArgumentException">The actions do not fit a session policy.</exception>
    internal static string Write(IReadOnlyCollection<string> actions)
    {
        var policy = JsonSerializer.Serialize(new
        {
            Version = "2012-10-17",
            Statement = new[] { new { Effect = "Allow", Action = actions, Resource = "*" } },
        });
        return policy.Length <= MaxLength
            ? policy
            : throw new ArgumentException(
                $"A session policy of {actions.Count} actions has {policy.Length} characters; STS takes {MaxLength}.",
                nameof(actions));
    }
}
