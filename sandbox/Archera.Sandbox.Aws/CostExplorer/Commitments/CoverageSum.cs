using System.Text.Json.Nodes;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>The machine-hours of one service, those that a reservation covered and those at on-demand rates.</summary>
internal sealed class CoverageSum(ReservedOffering offering)
{
    private decimal _reserved;
    private decimal _onDemand;
    private decimal _cost;

    public void AddReserved(decimal hours) => _reserved += hours;

    public void AddOnDemand(decimal cost)
    {
        _onDemand += offering.HoursOf(cost);
        _cost += cost;
    }

    /// <param name="metrics">Hour, Unit or Cost.</param>
    public JsonObject Json(IReadOnlyList<string> metrics)
    {
        var json = new JsonObject();
        if (metrics.Contains("Hour"))
        {
            json["CoverageHours"] = new JsonObject
            {
                ["OnDemandHours"] = Figures.Text(_onDemand),
                ["ReservedHours"] = Figures.Text(_reserved),
                ["TotalRunningHours"] = Figures.Text(_onDemand + _reserved),
                ["CoverageHoursPercentage"] = Figures.Percent(_reserved, _onDemand + _reserved),
            };
        }

        if (metrics.Contains("Unit"))
        {
            json["CoverageNormalizedUnits"] = new JsonObject
            {
                ["OnDemandNormalizedUnits"] = Figures.Text(_onDemand * offering.Units),
                ["ReservedNormalizedUnits"] = Figures.Text(_reserved * offering.Units),
                ["TotalRunningNormalizedUnits"] = Figures.Text((_onDemand + _reserved) * offering.Units),
                ["CoverageNormalizedUnitsPercentage"] =
                    offering.Units == 0 ? "0" : Figures.Percent(_reserved, _onDemand + _reserved),
            };
        }

        if (metrics.Contains("Cost"))
            json["CoverageCost"] = new JsonObject { ["OnDemandCost"] = Figures.Text(_cost) };
        return json;
    }
}
