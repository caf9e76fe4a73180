namespace Archera.Gateway.Health;

/// <param name="IsReady">Whether the dependency answers.</param>
/// <param name="Detail">What was found, in words and without secrets: the route is open to everyone.</param>
public sealed record ReadinessResult(bool IsReady, string Detail)
{
    public static ReadinessResult Ready(string detail) => new(true, detail);

    public static ReadinessResult NotReady(string detail) => new(false, detail);
}
