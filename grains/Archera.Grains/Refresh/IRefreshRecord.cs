using Archera.Contracts.Refresh;

namespace Archera.Grains.Refresh;

/// <summary>Where an account keeps how far it has been read: part of its own record.</summary>
public interface IRefreshRecord
{
    RefreshBook Book { get; }

    /// <summary>Stores the epoch of this activation, above every one before; returns it.</summary>
    Task<long> RaiseEpochAsync(DateTimeOffset now);

    Task<RefreshBook> UpdateAsync(Func<RefreshBook, RefreshBook> change);

    /// <summary>Ends a refresh, unless the account has changed hands since: then it has ended already.</summary>
    /// <param name="actions">How often AWS answered each action since uses were last added.</param>
    Task EndAsync(OperationView ended, string? error, IReadOnlyDictionary<string, long> actions);
}
