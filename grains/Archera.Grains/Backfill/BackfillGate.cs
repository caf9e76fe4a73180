using Archera.Grains.Refresh;

namespace Archera.Grains.Backfill;

/// <summary>
/// Bounds the back-fills of one silo: <see cref="BackfillOptions.Parallelism"/> ask for a page at the same time. They
/// take no place of a refresh.
/// </summary>
public sealed class BackfillGate(IOptions<BackfillOptions> options) : Gate(options.Value.Parallelism);
