using System.Text;

namespace Archera.Gateway.Onboarding;

/// <summary>
/// Answers with a template, to be saved as a file. It holds the external id: nobody on the way stores it.
/// </summary>
internal sealed class TemplateResult(TemplateKind kind, RoleBlueprint role) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"{kind.ContentType}; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = $"attachment; filename=\"{kind.FileName}\"";
        return response.WriteAsync(
            kind.Render(role).ReplaceLineEndings("\n"), Encoding.UTF8, httpContext.RequestAborted);
    }
}
