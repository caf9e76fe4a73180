namespace Amazon.CostExplorer.Model;

public class Expression
{
    public List<Expression> And { get; set; } = AWSConfigs.InitializeCollections ? new List<Expression>() : null;

    public CostCategoryValues CostCategories { get; set; }

    public DimensionValues Dimensions { get; set; }

    public Expression Not { get; set; }

    public List<Expression> Or { get; set; } = AWSConfigs.InitializeCollections ? new List<Expression>() : null;

    public TagValues Tags { get; set; }
}
