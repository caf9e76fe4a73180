using System.Collections.Concurrent;
using Orleans.Serialization;
using Orleans.Storage;

namespace Archera.ClusterTests.Fixture;

/// <summary>Records in the test process, as bytes with ETags: they outlive a killed silo, as a database does.</summary>
public sealed class SharedStorage
{
    private readonly ConcurrentDictionary<string, (string ETag, byte[] Bytes)> _records = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private long _version;
    private TaskCompletionSource _written = Signal();

    /// <summary>Throws for the state names that it says are down.</summary>
    public Func<string, bool> IsDown { get; set; } = _ => false;

    /// <summary>Completes with the next write.</summary>
    public Task NextWrite
    {
        get
        {
            lock (_gate)
                return _written.Task;
        }
    }

    /// <summary>Flips a bit in the middle of every record whose name begins so.</summary>
    public void Damage(string namePrefix)
    {
        foreach (var (key, record) in _records.Where(pair => pair.Key.StartsWith(namePrefix, StringComparison.Ordinal)))
        {
            var bytes = record.Bytes.ToArray();
            bytes[bytes.Length * 3 / 4] ^= 1;
            _records[key] = (record.ETag, bytes);
        }
    }

    public IGrainStorage For(Serializer serializer) => new Door(this, serializer);

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Write(string key, string? etag, byte[]? bytes, out string next)
    {
        TaskCompletionSource written;
        lock (_gate)
        {
            var stored = _records.TryGetValue(key, out var record) ? record.ETag : null;
            if (stored != etag)
                throw new InconsistentStateException($"{key} changed", stored, etag);
            next = $"{++_version}";
            if (bytes is null)
                _records.TryRemove(key, out _);
            else
                _records[key] = (next, bytes);
            (written, _written) = (_written, Signal());
        }

        written.SetResult();
    }

    private sealed class Door(SharedStorage shared, Serializer serializer) : IGrainStorage
    {
        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            Guard(stateName);
            if (shared._records.TryGetValue(Key(stateName, grainId), out var record))
            {
                grainState.State = serializer.Deserialize<T>(record.Bytes)!;
                grainState.ETag = record.ETag;
                grainState.RecordExists = true;
            }

            return Task.CompletedTask;
        }

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            Guard(stateName);
            var bytes = serializer.SerializeToArray(grainState.State);
            shared.Write(Key(stateName, grainId), grainState.ETag, bytes, out var etag);
            grainState.ETag = etag;
            grainState.RecordExists = true;
            return Task.CompletedTask;
        }

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            shared.Write(Key(stateName, grainId), grainState.ETag, null, out _);
            grainState.RecordExists = false;
            return Task.CompletedTask;
        }

        private static string Key(string stateName, GrainId grainId) => $"{stateName}|{grainId}";

        private void Guard(string stateName)
        {
            if (shared.IsDown(stateName))
                throw new IOException($"The storage of {stateName} is down.");
        }
    }
}
