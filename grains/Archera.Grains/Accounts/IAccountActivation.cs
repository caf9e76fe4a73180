namespace Archera.Grains.Accounts;

/// <summary>What background work asks of its activation.</summary>
public interface IAccountActivation
{
    void KeepFor(TimeSpan time);

    /// <summary>This activation ends: another one owns the account, or nothing is left of it.</summary>
    void Leave();

    Task<bool> HasReminderAsync();

    Task EnsureReminderAsync();

    Task RemoveReminderAsync();
}
