using Archera.Contracts.Tenants;

namespace Archera.Gateway.Tenants;

/// <param name="TenantId">The tenant's id, t-….</param>
/// <param name="Name">What people call the tenant.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
/// <param name="KeyIds">The public ids of its API keys.</param>
/// <param name="PayerAccounts">The payer accounts it has claimed.</param>
public sealed record TenantResource(
    string TenantId,
    string Name,
    DateTime CreatedAt,
    IReadOnlyList<string> KeyIds,
    IReadOnlyList<string> PayerAccounts)
{
    internal static TenantResource Of(TenantProfile tenant) => new(
        tenant.Id.Value,
        tenant.Name,
        tenant.CreatedAt.UtcDateTime,
        tenant.KeyIds,
        [.. tenant.PayerAccounts.Select(payer => payer.ToString())]);
}
