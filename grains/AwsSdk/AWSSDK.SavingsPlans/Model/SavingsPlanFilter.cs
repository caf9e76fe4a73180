namespace Amazon.SavingsPlans.Model;

public class SavingsPlanFilter
{
    public SavingsPlansFilterName Name { get; set; }

    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? new() : null;
}
