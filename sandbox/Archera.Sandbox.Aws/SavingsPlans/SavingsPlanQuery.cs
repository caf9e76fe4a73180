using System.Text.Json;
using Archera.Sandbox.Aws.CostExplorer;
using Archera.Sandbox.Aws.CostExplorer.Commitments;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.SavingsPlans;

/// <summary>Which plans are asked for.</summary>
internal sealed class SavingsPlanQuery(
    IReadOnlyList<string> arns,
    IReadOnlyList<string> ids,
    IReadOnlyList<string> states,
    IReadOnlyList<(string Name, IReadOnlyList<string> Values)> filters)
{
    private static readonly string[] States =
    [
        "payment-pending", "payment-failed", "active", "retired", "queued", "queued-deleted", "pending-return",
        "returned",
    ];

    private static readonly string[] Filters = ["savings-plan-type", "payment-option"];

    public static SavingsPlanQuery Read(JsonElement input)
    {
        var states = input.Texts("states") ?? [];
        if (states.FirstOrDefault(state => !States.Contains(state)) is { } wrong)
            throw CostExplorerRefusal.NotInSet(wrong, "states", string.Join(", ", States));
        var filters = (input.Items("filters") ?? [])
            .Select(filter => (Name: filter.Text("name") ?? "", Values: filter.Texts("values") ?? []))
            .ToList();
        if (filters.FirstOrDefault(filter => !Filters.Contains(filter.Name)).Name is { } unknown)
            throw CostExplorerRefusal.NotInSet(unknown, "filters.1.member.name", string.Join(", ", Filters));
        return new SavingsPlanQuery(
            input.Texts("savingsPlanArns") ?? [], input.Texts("savingsPlanIds") ?? [], states, filters);
    }

    public static string StateOf(CommitmentPurchase plan, DateOnly today) => plan.IsOn(today) ? "active" : "retired";

    public bool Keeps(CommitmentPurchase plan, DateOnly today) =>
        (arns.Count == 0 || arns.Contains(plan.PlanArn))
        && (ids.Count == 0 || ids.Contains(plan.Id))
        && (states.Count == 0 || states.Contains(StateOf(plan, today)))
        && filters.All(filter => filter.Values.Contains(
            filter.Name == "payment-option" ? plan.PaymentOption : SavingsPlanKind.Of(plan.Service).PlanType));
}
