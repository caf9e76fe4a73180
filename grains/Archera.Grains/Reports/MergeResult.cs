namespace Archera.Grains.Reports;

/// <param name="Rows">How many rows the kept content has.</param>
public sealed record MergeResult(MergeKind Kind, DayRecord Next, int Rows);
