using Archera.Contracts.Events;

namespace Archera.Gateway.Events;

/// <param name="Events">Oldest first.</param>
/// <param name="Oldest">The number of the oldest event that is still kept: those between the asked number and it are
/// gone. Null when none is kept.</param>
public sealed record EventsResource(IReadOnlyList<EventResource> Events, long? Oldest)
{
    internal static EventsResource Of(TenantEvents events) =>
        new([.. events.Events.Select(EventResource.Of)], events.Oldest);
}
