namespace Amazon.CostExplorer.Model;

public class DimensionValues
{
    public Dimension Key { get; set; }

    public List<string> MatchOptions { get; set; } = AWSConfigs.InitializeCollections ? new List<string>() : null;

    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? new List<string>() : null;
}
