namespace Archera.Gateway.Health;

/// <summary>The HTTP API itself: whoever reads this line has reached it.</summary>
internal sealed class ServingCheck : IReadinessCheck
{
    public string Name => "gateway";

    public Task<ReadinessResult> CheckAsync(CancellationToken cancellationToken) =>
        Task.FromResult(ReadinessResult.Ready("serving"));
}
