using System.ComponentModel.DataAnnotations;
using Archera.Contracts.LinkedAccounts;
using Archera.Gateway.Costs;

namespace Archera.Gateway.LinkedAccounts;

/// <param name="PayerAccount">Whose organization it is in, or was, such as aws:111122223333.</param>
/// <param name="AccountId">12 digits.</param>
/// <param name="Name">As Organizations has it; empty for an account connected alone.</param>
/// <param name="State">AWS's word, such as ACTIVE, SUSPENDED or CLOSED; of an account that has left, the last one
/// heard; UNKNOWN where AWS sent none.</param>
/// <param name="Membership">member; left; moved: to the payer account in movedTo; alone: connected by itself, so that
/// the list of its organization is not read.</param>
/// <param name="JoinedAt">When it joined, as AWS says, UTC.</param>
/// <param name="FirstSeenAt">When a list had it first, UTC.</param>
/// <param name="LeftAt">When it was first missing on a list, UTC; null while it is a member.</param>
/// <param name="ReturnedAt">When it was last found to have come back, UTC; null where it never did.</param>
/// <param name="MovedTo">The tenant's payer account whose organization it is in now.</param>
/// <param name="Reading">Whether it is read through its own role: connected; late: see late; pending: not looked at
/// yet; none: it has left, or the list is as of an earlier day.</param>
/// <param name="Late">What of its own reading is late, and why.</param>
/// <param name="History">What the lists told of it, oldest first; the newest 20 changes.</param>
public sealed record AccountResource(
    string PayerAccount,
    [property: RegularExpression("^[0-9]{12}$")] string AccountId,
    string Name,
    string State,
    string Membership,
    DateTime? JoinedAt,
    DateTime? FirstSeenAt,
    DateTime? LeftAt,
    DateTime? ReturnedAt,
    string? MovedTo,
    string Reading,
    IReadOnlyList<LateResource> Late,
    IReadOnlyList<AccountEventResource> History)
{
    internal static AccountResource Of(AccountRow row) => new(
        row.Payer.ToString(),
        row.Account.Id.Value,
        row.Account.Name,
        row.Account.State,
        row.Membership.ToString().ToLowerInvariant(),
        row.Account.JoinedAt?.UtcDateTime,
        row.Account.FirstSeenAt?.UtcDateTime,
        row.Account.LeftAt?.UtcDateTime,
        row.Account.ReturnedAt?.UtcDateTime,
        row.MovedTo?.ToString(),
        "none",
        [],
        [.. row.Account.History.Select(AccountEventResource.Of)]);

    /// <summary>With how it is read now; one that is no member is not read.</summary>
    internal AccountResource With(AccountReading reading) => this with
    {
        Reading = !reading.Late.IsEmpty ? "late" : reading.IsRead ? "connected" : "pending",
        Late = [.. reading.Late.Select(LateResource.Of)],
    };
}
