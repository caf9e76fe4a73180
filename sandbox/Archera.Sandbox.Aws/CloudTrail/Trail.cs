using System.Text.Json;
using Archera.Sandbox.Aws.Hosting;

namespace Archera.Sandbox.Aws.CloudTrail;

/// <summary>The event history of every account.</summary>
public sealed class Trail
{
    /// <summary>The newest events kept per account; older ones leave the history, as AWS's do after 90 days.</summary>
    public const int EventsKept = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<byte[]>> _events = new(StringComparer.Ordinal);
    private readonly Journal _journal;

    internal Trail(Journal journal)
    {
        _journal = journal;
        journal.Replay(line => Keep(
            line.GetProperty("recipientAccountId").GetString()!, JsonSerializer.SerializeToUtf8Bytes(line)));
    }

    /// <summary>The account's events, oldest first.</summary>
    public IReadOnlyList<JsonElement> Events(string account) =>
        [.. Raw(account).Select(json => JsonSerializer.Deserialize<JsonElement>(json))];

    internal IReadOnlyList<byte[]> Raw(string account)
    {
        lock (_gate)
            return _events.TryGetValue(account, out var events) ? [.. events] : [];
    }

    internal void Record(string account, byte[] json)
    {
        lock (_gate)
        {
            Keep(account, json);
            _journal.Append(json);
        }
    }

    private void Keep(string account, byte[] json)
    {
        if (!_events.TryGetValue(account, out var events))
            _events[account] = events = new Queue<byte[]>();
        events.Enqueue(json);
        if (events.Count > EventsKept)
            events.Dequeue();
    }
}
