namespace Amazon.CostExplorer.Model;

public class SavingsPlansDetails
{
    public string InstanceFamily { get; set; }

    public string OfferingId { get; set; }

    public string Region { get; set; }
}
