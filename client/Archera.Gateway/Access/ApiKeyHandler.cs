using System.Security.Claims;
using System.Text.Encodings.Web;
using Archera.Client;
using Archera.Client.Keys;
using Archera.Gateway.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Archera.Gateway.Access;

/// <summary>
/// Tells who calls from <c>Authorization: Bearer arc_…</c>. An unknown id and a wrong secret are answered alike; the
/// header is never logged.
/// </summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ArcheraClient client,
    OperatorKey operatorKey) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Open routes must answer without the cluster, whatever header they are sent.
        if (Context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null || !TryReadKey(out var key))
            return AuthenticateResult.NoResult();
        if (operatorKey.Matches(key))
            return Success(Caller.Operator(SchemeName, key.Id));
        var identity = await client.Tenants.AuthenticateAsync(key, Context.RequestAborted);
        return identity is null
            ? AuthenticateResult.Fail("The key is not valid.")
            : Success(Caller.Tenant(SchemeName, identity));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        new ProblemResult(ProblemCatalogue.Unauthenticated).ExecuteAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        new ProblemResult(ProblemCatalogue.Forbidden).ExecuteAsync(Context);

    private static AuthenticateResult Success(ClaimsPrincipal principal) =>
        AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName));

    private bool TryReadKey([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ApiKey? key)
    {
        key = null;
        return Request.Headers.Authorization is [{ } header]
            && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && ApiKey.TryParse(header[Bearer.Length..].Trim(), out key);
    }
}
