namespace Amazon.CostExplorer.Model;

public class ReservedCapacityDetails
{
    public DynamoDBCapacityDetails DynamoDBCapacityDetails { get; set; }
}
