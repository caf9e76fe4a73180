using System.Collections.Concurrent;
using Archera.Silo.Custody;
using Orleans.Storage;

namespace Archera.ClusterTests.Fixture;

/// <summary>Records in the test process, as bytes with ETags: they outlive a killed silo, as a database does.</summary>
public sealed class SharedStorage
{
    private readonly ConcurrentDictionary<string, (string ETag, byte[] Bytes)> _records = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private long _version;

    /// <summary>Throws for the state names that it says are down.</summary>
    public Func<string, bool> IsDown { get; set; } = _ => false;

    /// <summary>The bytes of every record whose name begins so.</summary>
    public IReadOnlyDictionary<string, byte[]> Records(string namePrefix) => _records
        .Where(pair => pair.Key.StartsWith(namePrefix, StringComparison.Ordinal))
        .ToDictionary(pair => pair.Key, pair => pair.Value.Bytes);

    /// <summary>Changes bytes behind everybody's back, as a bad disk does.</summary>
    public void Damage(string namePrefix, Func<byte[], byte[]> damage)
    {
        foreach (var (key, bytes) in Records(namePrefix))
            _records[key] = (_records[key].ETag, damage([.. bytes]));
    }

    public void Lose(string namePrefix)
    {
        foreach (var key in Records(namePrefix).Keys)
            _records.TryRemove(key, out _);
    }

    /// <summary>The way in for sealed records, as a provider of either profile is.</summary>
    public IGrainStorage Door() => new Provider(this, new RawRecordSerializer());

    private void Write(string key, string? etag, byte[]? bytes, out string next)
    {
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
        }
    }

    private sealed class Provider(SharedStorage shared, IGrainStorageSerializer serializer) : IGrainStorage
    {
        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            Guard(stateName);
            if (shared._records.TryGetValue(Key(stateName, grainId), out var record))
            {
                grainState.State = serializer.Deserialize<T>(new BinaryData(record.Bytes))!;
                grainState.ETag = record.ETag;
                grainState.RecordExists = true;
            }

            return Task.CompletedTask;
        }

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            Guard(stateName);
            var bytes = serializer.Serialize(grainState.State).ToArray();
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
