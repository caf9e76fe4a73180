using System.Collections.Immutable;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Events;

/// <summary>What happened to a tenant's connections, newest last; the oldest are dropped. Key: the tenant id.</summary>
[Alias("archera.ITenantEventsGrain")]
public interface ITenantEventsGrain : IGrainWithStringKey
{
    [Alias("Append")]
    Task AppendAsync(
        TenantEventKind kind, PayerAccountKey payerAccount, string detail, CancellationToken cancellationToken);

    /// <summary>At most <paramref name="limit"/> events whose number is above <paramref name="after"/>.</summary>
    [Alias("List")]
    Task<ImmutableArray<TenantEvent>> ListAsync(long after, int limit, CancellationToken cancellationToken);
}
