namespace Amazon.CostExplorer.Model;

public class EC2InstanceDetails
{
    public string AvailabilityZone { get; set; }

    public bool? CurrentGeneration { get; set; }

    public string Family { get; set; }

    public string InstanceType { get; set; }

    public string Platform { get; set; }

    public string Region { get; set; }

    public bool? SizeFlexEligible { get; set; }

    public string Tenancy { get; set; }
}
