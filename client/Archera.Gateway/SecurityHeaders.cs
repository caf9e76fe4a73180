namespace Archera.Gateway;

/// <summary>
/// What every answer tells a browser. Answers are not stored unless an endpoint says otherwise: some hold keys.
/// </summary>
internal static class SecurityHeaders
{
    public const string Policy = "default-src 'none'; frame-ancestors 'none'";

    public static Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-store";
        return next(context);
    }
}
