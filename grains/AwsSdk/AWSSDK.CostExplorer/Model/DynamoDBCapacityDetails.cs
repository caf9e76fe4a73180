namespace Amazon.CostExplorer.Model;

public class DynamoDBCapacityDetails
{
    public string CapacityUnits { get; set; }

    public string Region { get; set; }
}
