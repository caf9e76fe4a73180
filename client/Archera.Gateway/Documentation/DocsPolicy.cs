using Scalar.AspNetCore;

namespace Archera.Gateway.Documentation;

/// <summary>
/// The content policy of the API page: its own script and styles, its own origin, nothing else. Whatever the bundled
/// script would want to fetch from outside, the browser refuses.
/// </summary>
internal static class DocsPolicy
{
    public static ValueTask<object?> Apply(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.OnStarting(() =>
        {
            var nonce = http.Items[ScalarOptions.NonceHttpContextItemKey] as string;
            http.Response.Headers.ContentSecurityPolicy = For(nonce);
            return Task.CompletedTask;
        });
        return next(context);
    }

    // The script sets styles inline; scripts need the nonce of this very answer.
    private static string For(string? nonce) =>
        $"default-src 'none'; script-src 'self'{(nonce is null ? "" : $" 'nonce-{nonce}'")}; "
        + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
