using Archera.Contracts.Accounts;
using Archera.Contracts.Permissions;

namespace Archera.Gateway.Onboarding;

/// <param name="Action">The action, as IAM writes it.</param>
/// <param name="Tier">The lowest tier that grants it.</param>
/// <param name="Writes">It can change something: our own sessions are never allowed it.</param>
/// <param name="Datasets">What is not read without it.</param>
/// <param name="Reason">Why it is asked for.</param>
/// <param name="Missing">What is missing without it.</param>
public sealed record PermissionResource(
    string Action,
    PermissionTier Tier,
    bool Writes,
    IReadOnlyList<string> Datasets,
    string Reason,
    string Missing)
{
    internal static PermissionResource Of(PermissionRow row, ConnectionMode mode) => new(
        row.Action,
        row.Tier,
        row.Writes,
        [.. row.DatasetsIn(mode).Select(dataset => dataset.Value)],
        row.Reason,
        row.Missing);
}
