namespace Amazon.CostExplorer.Model;

public class ElastiCacheInstanceDetails
{
    public bool? CurrentGeneration { get; set; }

    public string Family { get; set; }

    public string NodeType { get; set; }

    public string ProductDescription { get; set; }

    public string Region { get; set; }

    public bool? SizeFlexEligible { get; set; }
}
