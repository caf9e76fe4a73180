namespace Amazon.CostExplorer.Model;

public class DimensionValuesWithAttributes
{
    public Dictionary<string, string> Attributes { get; set; } =
        AWSConfigs.InitializeCollections ? new() : null;

    public string Value { get; set; }
}
