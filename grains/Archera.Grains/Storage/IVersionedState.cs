namespace Archera.Grains.Storage;

/// <summary>
/// A stored shape with a version of its own: a newer one than this program knows is refused, never overwritten.
/// </summary>
public interface IVersionedState
{
    static abstract int KnownVersion { get; }

    int Version { get; }
}
