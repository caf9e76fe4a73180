using Microsoft.AspNetCore.Authentication;

namespace Archera.Gateway.Access;

/// <summary>The two kinds of access. A key of the one kind is 403 on a route of the other.</summary>
internal static class AccessPolicies
{
    public const string Operator = "operator";
    public const string Tenant = "tenant";

    public static void AddApiKeys(this IServiceCollection services)
    {
        services.AddSingleton<OperatorKey>();
        services.AddAuthentication(ApiKeyHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, configureOptions: null);
        services.AddAuthorizationBuilder()
            .AddPolicy(Operator, policy => policy.RequireClaim(Caller.OperatorClaim))
            .AddPolicy(Tenant, policy => policy.RequireClaim(Caller.TenantClaim));
    }
}
