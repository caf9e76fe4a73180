using Archera.Grains.Custody;

namespace Archera.Silo.Custody;

/// <summary>
/// Small documents by name, kept apart from the state that they open. A write is durable when it returns, and succeeds
/// for one of several writers at once. Everything throws <see cref="KeysUnavailableException"/> when the store does not
/// answer.
/// </summary>
public interface IKeyStore
{
    /// <summary>What an operator calls the place: a path, or an address.</summary>
    string Place { get; }

    /// <summary>Null when there is none.</summary>
    Task<KeyDocument?> ReadAsync(string name, CancellationToken cancellationToken);

    /// <param name="version">The version that is replaced; null when there must be none.</param>
    /// <returns>False when somebody else was first; nothing is written then.</returns>
    Task<bool> TryWriteAsync(
        string name, ReadOnlyMemory<byte> content, string? version, CancellationToken cancellationToken);

    /// <returns>False when the document is not of that version any more.</returns>
    Task<bool> TryDeleteAsync(string name, string version, CancellationToken cancellationToken);
}
