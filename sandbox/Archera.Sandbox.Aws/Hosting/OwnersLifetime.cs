namespace Archera.Sandbox.Aws.Hosting;

/// <summary>The server lives as long as its owner keeps it: Ctrl-C is for the program around it to handle.</summary>
internal sealed class OwnersLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
