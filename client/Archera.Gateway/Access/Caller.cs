using System.Security.Claims;
using Archera.Contracts.Identity;
using Archera.Contracts.Tenants;

namespace Archera.Gateway.Access;

/// <summary>Who calls: the operator, or a tenant. The tenant always comes from the key.</summary>
internal static class Caller
{
    public const string OperatorClaim = "archera:operator";
    public const string TenantClaim = "archera:tenant";
    private const string KeyClaim = "archera:key";

    public static ClaimsPrincipal Operator(string scheme, string keyId) =>
        Of(scheme, new Claim(OperatorClaim, "true"), new Claim(KeyClaim, keyId));

    public static ClaimsPrincipal Tenant(string scheme, ApiKeyIdentity identity) =>
        Of(scheme, new Claim(TenantClaim, identity.Tenant.Value), new Claim(KeyClaim, identity.KeyId));

    public static TenantId Tenant(this ClaimsPrincipal user) => TenantId.Parse(
        user.FindFirstValue(TenantClaim) ?? throw new InvalidOperationException("The route is not a tenant's."));

    /// <summary>The id of the key that the call was made with; never the key.</summary>
    public static string KeyId(this ClaimsPrincipal user) => user.FindFirstValue(KeyClaim)
        ?? throw new InvalidOperationException("The route needs no key.");

    private static ClaimsPrincipal Of(string scheme, params Claim[] claims) => new(new ClaimsIdentity(claims, scheme));
}
