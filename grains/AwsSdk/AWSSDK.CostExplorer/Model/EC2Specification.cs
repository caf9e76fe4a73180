namespace Amazon.CostExplorer.Model;

public class EC2Specification
{
    public OfferingClass OfferingClass { get; set; }
}
