using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>The utilization of Savings Plans, added up over plans and days.</summary>
internal sealed class SavingsPlansSum
{
    private decimal _committed;
    private decimal _used;
    private decimal _onDemand;
    private decimal _upfront;

    public static SavingsPlansSum Of(IEnumerable<CommitmentDay> days)
    {
        var sum = new SavingsPlansSum();
        foreach (var day in days)
            sum.Add(day);
        return sum;
    }

    /// <summary>Writes the three members that every one of these answers has.</summary>
    public JsonObject WriteTo(JsonObject json)
    {
        json["Utilization"] = new JsonObject
        {
            ["TotalCommitment"] = Figures.Text(_committed),
            ["UsedCommitment"] = Figures.Text(_used),
            ["UnusedCommitment"] = Figures.Text(_committed - _used),
            ["UtilizationPercentage"] = Figures.Percent(_used, _committed),
        };
        json["Savings"] = new JsonObject
        {
            ["NetSavings"] = Figures.Text(_onDemand - _committed),
            ["OnDemandCostEquivalent"] = Figures.Text(_onDemand),
        };
        json["AmortizedCommitment"] = new JsonObject
        {
            ["AmortizedRecurringCommitment"] = Figures.Text(_committed - _upfront),
            ["AmortizedUpfrontCommitment"] = Figures.Text(_upfront),
            ["TotalAmortizedCommitment"] = Figures.Text(_committed),
        };
        return json;
    }

    private void Add(CommitmentDay day)
    {
        _committed += day.Purchase.PerDay;
        _used += day.Used;
        _onDemand += day.OnDemand;
        _upfront += Figures.Rounded(day.Purchase.Upfront / day.Purchase.Days);
    }
}
