using System.Diagnostics.CodeAnalysis;

namespace Archera.Contracts.Identity;

/// <summary>One tenant's claim on one payer account, written <c>aws:123456789012.t-…</c>.</summary>
[GenerateSerializer, Immutable, Alias("archera.ClaimId")]
public readonly record struct ClaimId(
    [property: Id(0)] PayerAccountKey PayerAccount,
    [property: Id(1)] TenantId Tenant)
{
    public static bool TryParse([NotNullWhen(true)] string? text, out ClaimId id)
    {
        id = default;
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot < 0
            || !PayerAccountKey.TryParse(text![..dot], out var payer)
            || !TenantId.TryParse(text[(dot + 1)..], out var tenant))
        {
            return false;
        }

        id = new ClaimId(payer, tenant);
        return true;
    }

    public override string ToString() => $"{PayerAccount}.{Tenant}";
}
