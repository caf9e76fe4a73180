using Archera.Contracts.Permissions;

namespace Archera.Gateway.Onboarding;

/// <param name="Action">The action that the role grants, as the template writes it.</param>
/// <param name="Writes">It can change something: our own sessions are never allowed it.</param>
/// <param name="Datasets">What is not read without it.</param>
/// <param name="NeededToVerify">No verification passes without it: the smaller policy keeps it, used or not.</param>
/// <param name="Used">Whether it was used within the window.</param>
/// <param name="Calls">How often AWS answered it, since use is recorded.</param>
/// <param name="LastUsedAt">When it was last used, UTC; null for never.</param>
/// <param name="WithoutIt">What removing it would cost, in words.</param>
public sealed record GrantResource(
    string Action,
    bool Writes,
    IReadOnlyList<string> Datasets,
    bool NeededToVerify,
    bool Used,
    long Calls,
    DateTime? LastUsedAt,
    string WithoutIt)
{
    private const string Nothing = "Nothing that is read today would be missing.";

    private const string NothingWritten =
        "Nothing today: our own sessions are never allowed it. Later it would be for this: ";

    internal static GrantResource Of(PermissionRow row, PermissionReview review)
    {
        var uses = review.UsesOf(row);
        return new GrantResource(
            row.Action,
            row.Writes,
            [.. row.DatasetsIn(review.Rights.Mode).Select(dataset => dataset.Value)],
            review.IsNeededToVerify(row),
            uses.Any(review.IsRecent),
            uses.Sum(use => use.Calls),
            uses.Select(use => (DateTime?)use.LastUsedAt.UtcDateTime).Max(),
            row.Writes ? NothingWritten + row.Missing
                : review.IsNeeded(row) ? $"Missing without it: {row.Missing}"
                : $"{Nothing} Later it would be for this: {row.Missing}");
    }
}
