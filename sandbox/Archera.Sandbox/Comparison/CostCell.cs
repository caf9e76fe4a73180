using System.Globalization;

namespace Archera.Sandbox.Comparison;

/// <summary>One figure of one payer and dataset: a day, the dataset's two keys, a metric and a currency.</summary>
internal readonly record struct CostCell(
    DateOnly Day, string Key, string SecondKey, string Metric, string Currency)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Metric} in {Currency} of {Key} in {SecondKey} on {Day:yyyy-MM-dd}");
}
