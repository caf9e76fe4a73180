using Archera.Contracts.Identity;

namespace Archera.Silo.Custody;

/// <summary>
/// Whose data a record is, and so which key seals it: a payer account's, a tenant's, or the installation's own.
/// </summary>
public readonly record struct KeyScope
{
    private const string PayerPrefix = "payer/";
    private const string TenantPrefix = "tenant/";

    private KeyScope(string name) => Name = name;

    public static KeyScope Installation { get; } = new("installation");

    /// <summary>Also the key's name in the key store.</summary>
    public string Name { get; }

    public bool IsPayer => Name.StartsWith(PayerPrefix, StringComparison.Ordinal);

    /// <summary>Whose it is; null unless it is a tenant's.</summary>
    public TenantId? Tenant => Name.StartsWith(TenantPrefix, StringComparison.Ordinal)
        && TenantId.TryParse(Name[TenantPrefix.Length..], out var tenant) ? tenant : null;

    public static KeyScope Of(TenantId tenant) => new($"{TenantPrefix}{tenant}");

    public static KeyScope Of(PayerAccountKey account) => new($"{PayerPrefix}{account}");

    /// <summary>
    /// A grain's key begins with whom it belongs to: <c>aws:111122223333/2026-11</c> is that account's,
    /// <c>t-…/aws:111122223333</c> that tenant's.
    /// </summary>
    public static KeyScope Of(GrainId grain) => Of(grain.Key.ToString()!);

    /// <inheritdoc cref="Of(GrainId)"/>
    public static KeyScope Of(string key)
    {
        var end = key.IndexOf('/', StringComparison.Ordinal);
        var owner = end < 0 ? key : key[..end];
        return PayerAccountKey.TryParse(owner, out var account) ? Of(account)
            : TenantId.TryParse(owner, out var tenant) ? Of(tenant)
            : Installation;
    }

    /// <summary>The scope of a key's name in the key store.</summary>
    public static KeyScope Parse(string name) => new(name);

    public override string ToString() => Name;
}
