namespace Amazon.CostExplorer.Model;

public class ReservationAggregates
{
    public string AmortizedRecurringFee { get; set; }

    public string AmortizedUpfrontFee { get; set; }

    public string NetRISavings { get; set; }

    public string OnDemandCostOfRIHoursUsed { get; set; }

    public string PurchasedHours { get; set; }

    public string PurchasedUnits { get; set; }

    public string RealizedSavings { get; set; }

    public string RICostForUnusedHours { get; set; }

    public string TotalActualHours { get; set; }

    public string TotalActualUnits { get; set; }

    public string TotalAmortizedFee { get; set; }

    public string TotalPotentialRISavings { get; set; }

    public string UnrealizedSavings { get; set; }

    public string UnusedHours { get; set; }

    public string UnusedUnits { get; set; }

    public string UtilizationPercentage { get; set; }

    public string UtilizationPercentageInUnits { get; set; }
}
