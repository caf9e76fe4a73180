using Orleans.Storage;

namespace Archera.Grains.Storage;

/// <summary>
/// One stored record of a grain. <see cref="Current"/> is always what the storage holds: an update is computed,
/// written, and only then seen. Updates wait for each other, so turns and background work of one activation may both
/// make them.
/// </summary>
public sealed class StoredRecord<T>(string name, GrainId grain, IGrainStorage storage)
    where T : class, IVersionedState, new()
{
    private GrainState<T> _stored = new(new T());
    private Task _lastUpdate = Task.CompletedTask;

    public T Current =>
        _stored.State ?? throw new InvalidOperationException($"Record {name} of {grain} holds nothing.");

    /// <exception cref="UnknownStateException">A newer version of Archera wrote the record.</exception>
    public async Task ReadAsync()
    {
        var read = new GrainState<T>(new T());
        await storage.ReadStateAsync(name, grain, read);
        if (read.RecordExists && read.State!.Version > T.KnownVersion)
        {
            throw new UnknownStateException(
                $"Record {name} of {grain} has version {read.State.Version}; this program knows up to "
                + $"{T.KnownVersion}. It was left as it is: upgrade the program, then ask again.");
        }

        if (!read.RecordExists)
            read.State = new T();
        _stored = read;
    }

    /// <summary>
    /// Stores what <paramref name="change"/> makes of the current content; the same instance means no write.
    /// </summary>
    /// <exception cref="InconsistentStateException">Another activation wrote the record: this one must go.</exception>
    public Task<T> UpdateAsync(Func<T, T> change)
    {
        var update = UpdateAfterAsync(_lastUpdate, change);
        _lastUpdate = update;
        return update;
    }

    /// <summary>Deletes the record; what is read from then on is that there is none.</summary>
    /// <exception cref="InconsistentStateException">Another activation wrote the record: this one must go.</exception>
    public Task ClearAsync()
    {
        var clearing = ClearAfterAsync(_lastUpdate);
        _lastUpdate = clearing;
        return clearing;
    }

    private async Task ClearAfterAsync(Task previous)
    {
        await AfterAsync(previous);
        if (_stored.RecordExists)
        {
            var cleared = new GrainState<T>(Current) { ETag = _stored.ETag, RecordExists = true };
            await storage.ClearStateAsync(name, grain, cleared);
        }

        await ReadAsync();
    }

    private async Task<T> UpdateAfterAsync(Task previous, Func<T, T> change)
    {
        await AfterAsync(previous);
        var next = change(Current);
        if (ReferenceEquals(next, Current))
            return next;
        var written = new GrainState<T>(next) { ETag = _stored.ETag, RecordExists = _stored.RecordExists };
        await storage.WriteStateAsync(name, grain, written);
        written.RecordExists = true;
        _stored = written;
        return next;
    }

    private static async Task AfterAsync(Task previous) => await previous.ConfigureAwait(
        ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
}
