namespace Archera.Grains.Accounts;

/// <summary>What background work asks of its activation.</summary>
public interface IAccountActivation
{
    void KeepFor(TimeSpan time);

    /// <summary>Another activation owns the account: this one ends.</summary>
    void Leave();

    Task<bool> HasReminderAsync();

    Task EnsureReminderAsync();
}
