using System.Collections.Immutable;
using Archera.Contracts.Events;
using Archera.Contracts.Identity;
using Archera.Grains.Storage;

namespace Archera.Grains.Events;

[GenerateSerializer, Immutable, Alias("archera.state.TenantEvents")]
public sealed record TenantEventsState : IVersionedState
{
    public static int KnownVersion => 1;

    [Id(0)]
    public int Version { get; init; } = KnownVersion;

    [Id(1)]
    public long LastNumber { get; init; }

    [Id(2)]
    public ImmutableList<TenantEvent> Events { get; init; } = [];

    public TenantEventsState Append(
        PayerAccountKey payerAccount, TenantEventKind kind, DateTimeOffset at, string detail, int lostBefore = 0)
    {
        if (Events.Exists(known => known.PayerAccount == payerAccount && known.Kind == kind && known.At == at))
            return this;
        var number = LastNumber + 1;
        var events = Events.Add(new TenantEvent(number, at, kind, payerAccount, detail) { LostBefore = lostBefore });
        return this with
        {
            LastNumber = number,
            Events = events.Count > TenantEventLimits.MaxKept ? events.RemoveAt(0) : events,
        };
    }

    public TenantEventsState Forget(PayerAccountKey payerAccount) =>
        Events.Exists(known => known.PayerAccount == payerAccount)
            ? this with { Events = Events.RemoveAll(known => known.PayerAccount == payerAccount) }
            : this;

    public TenantEvents List(long after, int limit) => new(
        [.. Events.Where(known => known.Number > after).Take(Math.Clamp(limit, 1, TenantEventLimits.MaxListed))],
        Events.IsEmpty ? null : Events[0].Number);
}
