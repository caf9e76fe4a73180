namespace Archera.Aws.Costs;

/// <summary>One cell row of a cost partition: two keys in the dataset's order, four metrics, one currency.</summary>
public readonly record struct CostTableRow(
    string Key1,
    string Key2,
    decimal UnblendedCost,
    decimal AmortizedCost,
    decimal NetUnblendedCost,
    decimal NetAmortizedCost,
    string Currency);
