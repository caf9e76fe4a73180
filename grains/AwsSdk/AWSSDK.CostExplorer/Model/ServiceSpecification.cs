namespace Amazon.CostExplorer.Model;

public class ServiceSpecification
{
    public EC2Specification EC2Specification { get; set; }
}
