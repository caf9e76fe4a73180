using Archera.Contracts.Identity;

namespace Archera.Contracts.Accounts;

/// <summary>Why an account can't answer a tenant that lists it. Nobody else learns of it.</summary>
public static class AccountRefusals
{
    /// <summary>The record is there and can't be read.</summary>
    public static Refusal Unreadable(PayerAccountKey account) => new(
        RefusalCodes.AccountUnreadable,
        $"The stored record of {account} can't be read: it was damaged, or a newer version of Archera wrote it. "
        + "Nothing was changed. Ask the operator to restore it; then repeat the request.");

    /// <summary>The record is gone, and the claim with it.</summary>
    public static Refusal Lost(PayerAccountKey account) => new(
        RefusalCodes.RecordLost,
        $"The stored record of {account} is lost, and your claim with it. Ask the operator to restore it; or claim the "
        + "account again and verify; or offboard it, which deletes what is left of it.");
}
