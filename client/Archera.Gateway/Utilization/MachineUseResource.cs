using Archera.Contracts.Reports;

namespace Archera.Gateway.Utilization;

/// <summary>The use of one machine.</summary>
/// <param name="PayerAccount">Such as aws:111122223333.</param>
/// <param name="AccountId">The account that the machine is in, 12 digits.</param>
/// <param name="Region">Such as eu-central-1.</param>
/// <param name="InstanceId">Such as i-0123456789abcdef0.</param>
/// <param name="Finding">Null: no rule names it.</param>
/// <param name="Days">In order; a day that it is not known of is not there.</param>
public sealed record MachineUseResource(
    string PayerAccount,
    string AccountId,
    string Region,
    string InstanceId,
    FindingResource? Finding,
    IReadOnlyList<DayUseResource> Days)
{
    internal static MachineUseResource Of(UtilizationRow row) => new(
        row.Account.Payer.ToString(),
        row.Account.Own.AccountId.Value,
        row.Region.Name,
        row.InstanceId,
        row.Finding is { } finding ? FindingResource.Of(finding) : null,
        [.. row.Days.Select(DayUseResource.Of)]);
}
