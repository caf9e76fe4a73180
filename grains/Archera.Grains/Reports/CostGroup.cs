namespace Archera.Grains.Reports;

/// <summary>A row of an answer before its keys are in order; an empty key is one that is not grouped by.</summary>
public readonly record struct CostGroup(DateOnly Period, string Key1, string Key2, string Currency);
