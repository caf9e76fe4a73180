using System.Collections.Immutable;
using Archera.Contracts.Permissions;

namespace Archera.Grains.Accounts;

/// <summary>
/// Adds up which actions were used: those alone that the role is asked to grant, so that the record stays small.
/// </summary>
public static class PermissionUses
{
    /// <param name="calls">How often AWS answered each action since this was last added.</param>
    public static ImmutableArray<PermissionUse> Add(
        this ImmutableArray<PermissionUse> known, IReadOnlyDictionary<string, long> calls, DateTimeOffset now)
    {
        var uses = known.ToImmutableSortedDictionary(use => use.Action, use => use, StringComparer.Ordinal);
        foreach (var (action, count) in calls.Where(call => PermissionTable.Find(call.Key) is not null))
        {
            var use = uses.GetValueOrDefault(action) ?? new PermissionUse(action, 0, now, now);
            uses = uses.SetItem(action, use with { Calls = use.Calls + count, LastUsedAt = now });
        }

        return [.. uses.Values];
    }
}
