namespace Archera.Gateway.Health;

/// <summary>
/// One dependency that must answer before this process takes traffic. Every one registered is asked at <c>/readyz</c>.
/// </summary>
public interface IReadinessCheck
{
    /// <summary>A short stable name, such as <c>storage</c>.</summary>
    string Name { get; }

    /// <summary>Asks the dependency. It is given three seconds; a throw counts as not ready.</summary>
    Task<ReadinessResult> CheckAsync(CancellationToken cancellationToken);
}
