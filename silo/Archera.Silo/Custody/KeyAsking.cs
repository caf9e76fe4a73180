namespace Archera.Silo.Custody;

/// <summary>The moment from before the key store is asked for a key.</summary>
/// <param name="At">The time stamp.</param>
/// <param name="Forgotten">How often a key had been forgotten by then.</param>
public readonly record struct KeyAsking(long At, long Forgotten);
