using System.Collections.Immutable;
using Archera.Contracts.Permissions;

namespace Archera.Gateway.Onboarding;

/// <summary>
/// What a role is asked to grant, against what was used of it. The smaller policy leaves out an action that is needed
/// only after it went unused for a whole window: an account that is read for a week has not shown what it does without.
/// What the verification needs is kept whatever was used: the next daily check must pass under the smaller policy too.
/// </summary>
internal sealed class PermissionReview(PermissionUseView view)
{
    /// <summary>As long as CloudTrail's event history: the customer can check it there.</summary>
    public const int WindowDays = 90;

    private readonly DateTimeOffset _start = view.AsOf - TimeSpan.FromDays(WindowDays);

    public RoleRights Rights { get; } = new(view.Tier, view.Mode);

    /// <summary>Since when use is recorded; null before the first refresh has ended.</summary>
    public DateTimeOffset? ObservedSince => view.Uses.IsEmpty ? null : view.Uses.Min(use => use.FirstUsedAt);

    /// <summary>The exact reads to grant, and nothing else.</summary>
    public ImmutableArray<PermissionRow> Smaller
    {
        get
        {
            var needed = PermissionTable.ReadIn(view.Mode);
            var used = needed.Where(row => !row.Verifies && UsesOf(row).Any(IsRecent)).ToImmutableArray();
            return ObservedSince <= _start && !used.IsEmpty
                ? [.. needed.Where(row => row.Verifies || used.Contains(row))]
                : needed;
        }
    }

    public bool IsRecent(PermissionUse use) => use.LastUsedAt > _start;

    public bool IsNeeded(PermissionRow row) => PermissionTable.ReadIn(view.Mode).Any(read => row.Covers(read.Action));

    public bool IsNeededToVerify(PermissionRow row) =>
        PermissionTable.ReadIn(view.Mode).Any(read => read.Verifies && row.Covers(read.Action));

    public ImmutableArray<PermissionUse> UsesOf(PermissionRow row) =>
        [.. view.Uses.Where(use => row.Covers(use.Action))];
}
