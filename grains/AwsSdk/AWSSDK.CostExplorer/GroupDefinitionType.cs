using Amazon.Runtime;

namespace Amazon.CostExplorer;

public class GroupDefinitionType : ConstantClass
{
    public static readonly GroupDefinitionType DIMENSION = new("DIMENSION");
    public static readonly GroupDefinitionType TAG = new("TAG");
    public static readonly GroupDefinitionType COST_CATEGORY = new("COST_CATEGORY");

    public GroupDefinitionType(string value)
        : base(value)
    {
    }

    public static GroupDefinitionType FindValue(string value) => FindValue<GroupDefinitionType>(value);

    public static implicit operator GroupDefinitionType(string value) => FindValue(value);
}
