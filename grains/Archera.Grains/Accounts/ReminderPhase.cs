using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Archera.Contracts.Identity;

namespace Archera.Grains.Accounts;

/// <summary>
/// When within its period an account's reminder ticks: spread by a stable hash, since reminders stay anchored to their
/// first tick and ten thousand accounts must not start together for ever.
/// </summary>
public static class ReminderPhase
{
    public static TimeSpan Of(PayerAccountKey account, TimeSpan period) => Of(new AccountKey(account), period);

    public static TimeSpan Of(AccountKey account, TimeSpan period)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(account.ToString()));
        var share = BinaryPrimitives.ReadUInt32BigEndian(hash) / (double)uint.MaxValue;
        return TimeSpan.FromTicks((long)(period.Ticks * share));
    }
}
