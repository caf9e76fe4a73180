namespace Archera.Silo.Custody;

/// <param name="Id">The id of the key that is gone.</param>
/// <param name="At">When it was destroyed, by the real clock.</param>
internal sealed record DestroyedKey(string Id, DateTimeOffset At);
