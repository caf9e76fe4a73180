namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>
/// Where a page begins: in this period, after these keys. Keys and not a count, so that a row restated between two
/// pages neither repeats nor hides another.
/// </summary>
/// <param name="After">The last keys that were given; null for the period's beginning.</param>
internal readonly record struct PagePosition(DateOnly Period, (string First, string Second)? After);
