using Archera.Contracts.Identity;

namespace Archera.Contracts.Events;

/// <summary>What happened to a tenant's connections. Key: the tenant id.</summary>
[Alias("archera.ITenantEventsGrain")]
public interface ITenantEventsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Stores an event under the next number. A repeat of the same (account, kind, time) changes nothing. Once there
    /// are more than <see cref="TenantEventLimits.MaxKept"/>, the oldest goes.
    /// </summary>
    [Alias("Append")]
    Task AppendAsync(
        PayerAccountKey payerAccount,
        TenantEventKind kind,
        DateTimeOffset at,
        string detail,
        int lostBefore,
        CancellationToken cancellationToken);

    /// <summary>At most <paramref name="limit"/> events whose number is above <paramref name="after"/>.</summary>
    [Alias("List")]
    Task<TenantEvents> ListAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>Drops the events of an account that the tenant has taken away.</summary>
    [Alias("Forget")]
    Task ForgetAsync(PayerAccountKey payerAccount, CancellationToken cancellationToken);
}
