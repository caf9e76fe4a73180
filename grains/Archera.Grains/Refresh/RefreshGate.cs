namespace Archera.Grains.Refresh;

/// <summary>
/// Bounds the refreshes of one silo: <see cref="RefreshOptions.Parallelism"/> hold a read in memory, the others wait
/// inside their activations, where status calls pass them by.
/// </summary>
public sealed class RefreshGate(IOptions<RefreshOptions> options) : Gate(options.Value.Parallelism);
