using System.ComponentModel.DataAnnotations;
using Archera.Contracts.Reports;

namespace Archera.Gateway.Machines;

/// <param name="PayerAccount">The payer account, such as aws:111122223333.</param>
/// <param name="AccountId">The linked account that it is in, 12 digits.</param>
/// <param name="Region">Such as eu-central-1.</param>
/// <param name="InstanceId">Such as i-0123456789abcdef0.</param>
/// <param name="InstanceType">Such as m7g.large.</param>
/// <param name="Zone">The availability zone; null where AWS sent none.</param>
/// <param name="Name">Its tag Name; null without one.</param>
/// <param name="Platform">AWS's word, such as Linux/UNIX; null where AWS sent none.</param>
/// <param name="Lifecycle">on-demand, spot or scheduled.</param>
/// <param name="State">AWS's word at the newest look of the period, such as running or terminated.</param>
/// <param name="LaunchedAt">Its newest start until then, UTC.</param>
/// <param name="Period">The day, with granularity Daily; null for all asked days together.</param>
/// <param name="HoursAtLeast">How long it was up, at least: decimal text, to six places.</param>
/// <param name="HoursAtMost">How long at most: more where a stop, and a start, hid between two looks.</param>
/// <param name="IsExact">Both are the same: AWS told every moment.</param>
public sealed record MachineResource(
    string PayerAccount,
    [property: RegularExpression("^[0-9]{12}$")] string AccountId,
    string Region,
    string InstanceId,
    string InstanceType,
    string? Zone,
    string? Name,
    string? Platform,
    string Lifecycle,
    string State,
    DateTime LaunchedAt,
    DateOnly? Period,
    [property: RegularExpression(HoursText.Pattern)] string HoursAtLeast,
    [property: RegularExpression(HoursText.Pattern)] string HoursAtMost,
    bool IsExact)
{
    internal static MachineResource Of(MachineRow row) => new(
        row.Account.Payer.ToString(),
        row.Account.Own.AccountId.Value,
        row.Newest.Region.Name,
        row.Newest.InstanceId,
        row.Newest.InstanceType,
        row.Newest.Zone,
        row.Newest.Name,
        row.Newest.Platform,
        row.Newest.Lifecycle,
        row.Newest.State,
        row.Newest.LaunchedAt.UtcDateTime,
        row.Day,
        HoursText.Of(row.Up),
        HoursText.Of(row.AtMost),
        row.Up == row.AtMost);
}
