using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>The utilization of reservations, added up over reservations and days.</summary>
internal sealed class ReservationSum(ReservedOffering offering)
{
    private decimal _purchased;
    private decimal _used;
    private decimal _fee;
    private decimal _usedFee;
    private decimal _onDemand;
    private decimal _potential;
    private decimal _upfront;

    public static ReservationSum Of(ReservedOffering offering, IEnumerable<CommitmentDay> days)
    {
        var sum = new ReservationSum(offering);
        foreach (var day in days)
            sum.Add(day);
        return sum;
    }

    public JsonObject Json() => new()
    {
        ["UtilizationPercentage"] = Figures.Percent(_used, _purchased),
        ["UtilizationPercentageInUnits"] = offering.Units == 0 ? "0" : Figures.Percent(_used, _purchased),
        ["PurchasedHours"] = Figures.Text(_purchased),
        ["PurchasedUnits"] = Figures.Text(_purchased * offering.Units),
        ["TotalActualHours"] = Figures.Text(_used),
        ["TotalActualUnits"] = Figures.Text(_used * offering.Units),
        ["UnusedHours"] = Figures.Text(_purchased - _used),
        ["UnusedUnits"] = Figures.Text((_purchased - _used) * offering.Units),
        ["OnDemandCostOfRIHoursUsed"] = Figures.Text(_onDemand),
        ["NetRISavings"] = Figures.Text(_onDemand - _fee),
        ["TotalPotentialRISavings"] = Figures.Text(_potential - _fee),
        ["AmortizedUpfrontFee"] = Figures.Text(_upfront),
        ["AmortizedRecurringFee"] = Figures.Text(_fee - _upfront),
        ["TotalAmortizedFee"] = Figures.Text(_fee),
        ["RICostForUnusedHours"] = Figures.Text(_fee - _usedFee),
        ["RealizedSavings"] = Figures.Text(_onDemand - _usedFee),
        ["UnrealizedSavings"] = Figures.Text(_potential - _fee - (_onDemand - _usedFee)),
    };

    private void Add(CommitmentDay day)
    {
        _purchased += ReservedOffering.HoursPerDay;
        _used += ReservedOffering.HoursPerDay * day.Share;
        _fee += day.Purchase.PerDay;
        _usedFee += day.Used;
        _onDemand += day.OnDemand;
        _potential += day.Potential;
        _upfront += Figures.Rounded(day.Purchase.Upfront / day.Purchase.Days);
    }
}
