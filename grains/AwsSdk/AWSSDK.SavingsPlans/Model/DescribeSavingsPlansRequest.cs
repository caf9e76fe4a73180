namespace Amazon.SavingsPlans.Model;

public class DescribeSavingsPlansRequest : AmazonSavingsPlansRequest
{
    public List<SavingsPlanFilter> Filters { get; set; } = AWSConfigs.InitializeCollections ? new() : null;

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public List<string> SavingsPlanArns { get; set; } = AWSConfigs.InitializeCollections ? new() : null;

    public List<string> SavingsPlanIds { get; set; } = AWSConfigs.InitializeCollections ? new() : null;

    public List<string> States { get; set; } = AWSConfigs.InitializeCollections ? new() : null;
}
