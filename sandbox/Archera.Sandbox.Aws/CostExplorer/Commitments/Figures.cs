namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>Figures as text: amounts and hours with every digit, percentages with at most ten decimals.</summary>
internal static class Figures
{
    public static string Text(decimal figure) => AmountText.Trimmed(figure);

    public static string Percent(decimal part, decimal whole) =>
        Text(whole == 0 ? 0 : decimal.Round(100 * part / whole, 10));

    public static decimal Rounded(decimal figure) => decimal.Round(figure, 10);
}
