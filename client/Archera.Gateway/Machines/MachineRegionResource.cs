using System.ComponentModel.DataAnnotations;
using Archera.Contracts.Reports;

namespace Archera.Gateway.Machines;

/// <param name="PayerAccount">The payer account, such as aws:111122223333.</param>
/// <param name="AccountId">The linked account, 12 digits.</param>
/// <param name="Region">Such as eu-central-1.</param>
/// <param name="Standing">not-opted-in: nothing can run there; switched-off: the account was in it and has switched it
/// off, what runs there goes on; refused: the role or a policy of the organization does not allow it there; failed: AWS
/// did not answer.</param>
/// <param name="SeenUntil">Until when its machines are known on the newest of the asked days, UTC; null: not at all.
/// </param>
/// <param name="Detail">Why, in words; null where the account has not opted in.</param>
public sealed record MachineRegionResource(
    string PayerAccount,
    [property: RegularExpression("^[0-9]{12}$")] string AccountId,
    string Region,
    string Standing,
    DateTime? SeenUntil,
    string? Detail)
{
    internal static MachineRegionResource Of(MachineRegion region) => new(
        region.Account.Payer.ToString(),
        region.Account.Own.AccountId.Value,
        region.Unseen.Region.Name,
        region.Unseen.Because switch
        {
            UnseenBecause.NotOptedIn => "not-opted-in",
            UnseenBecause.SwitchedOff => "switched-off",
            UnseenBecause.Refused => "refused",
            _ => "failed",
        },
        region.Unseen.SeenUntil?.UtcDateTime,
        region.Unseen.Detail);
}
