namespace Archera.Grains.Reports;

/// <summary>A row of a day whose figure differs between two revisions.</summary>
/// <param name="From">Null: the row was not there.</param>
/// <param name="To">Null: the row is gone.</param>
public readonly record struct ChangedRow(string Key1, string Key2, string Currency, decimal? From, decimal? To)
{
    public (string, string, string) Key => (Key1, Key2, Currency);
}
