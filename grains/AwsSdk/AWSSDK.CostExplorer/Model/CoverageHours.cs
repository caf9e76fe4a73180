namespace Amazon.CostExplorer.Model;

public class CoverageHours
{
    public string CoverageHoursPercentage { get; set; }

    public string OnDemandHours { get; set; }

    public string ReservedHours { get; set; }

    public string TotalRunningHours { get; set; }
}
