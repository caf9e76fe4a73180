namespace Archera.Sandbox.Hosting;

/// <summary>
/// Leaves signals to the sandbox: the silo ends before the AWS that it talks to, not at the same time.
/// </summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
