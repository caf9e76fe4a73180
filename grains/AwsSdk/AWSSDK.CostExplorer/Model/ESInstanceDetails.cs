namespace Amazon.CostExplorer.Model;

public class ESInstanceDetails
{
    public bool? CurrentGeneration { get; set; }

    public string InstanceClass { get; set; }

    public string InstanceSize { get; set; }

    public string Region { get; set; }

    public bool? SizeFlexEligible { get; set; }
}
