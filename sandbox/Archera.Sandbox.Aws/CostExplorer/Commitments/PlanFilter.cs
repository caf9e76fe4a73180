using System.Text.Json;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>The filter of the operations on Savings Plans' utilization.</summary>
internal sealed class PlanFilter(CommitmentFilter filter)
{
    private static readonly string[] Known = ["LINKED_ACCOUNT", "SAVINGS_PLAN_ARN", "PAYMENT_OPTION"];

    public static PlanFilter Read(JsonElement input, bool withType) =>
        new(CommitmentFilter.Read(input, withType ? [.. Known, "SAVINGS_PLANS_TYPE"] : Known));

    public IEnumerable<CommitmentDay> Keep(IEnumerable<CommitmentDay> days) => days.Where(day =>
        filter.Keeps("LINKED_ACCOUNT", day.Purchase.Owner)
        && filter.Keeps("SAVINGS_PLAN_ARN", day.Purchase.PlanArn)
        && filter.Keeps("PAYMENT_OPTION", day.Purchase.PaymentOption)
        && filter.Keeps("SAVINGS_PLANS_TYPE", SavingsPlanKind.Of(day.Purchase.Service).AttributeType));
}
