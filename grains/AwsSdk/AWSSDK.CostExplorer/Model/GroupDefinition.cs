namespace Amazon.CostExplorer.Model;

public class GroupDefinition
{
    public string Key { get; set; }

    public GroupDefinitionType Type { get; set; }
}
