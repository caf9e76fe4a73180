using System.Net;

namespace Archera.Sandbox.PublicApi;

/// <summary>The API answered with a problem, or kept failing.</summary>
internal sealed class ApiRefusalException(HttpMethod method, string path, HttpStatusCode status, string problem)
    : Exception($"{method} {path} answered {(int)status}: {problem}")
{
    internal HttpStatusCode Status { get; } = status;
}
