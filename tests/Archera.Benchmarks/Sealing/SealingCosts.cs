namespace Archera.Benchmarks.Sealing;

/// <summary>Time spent in all counted rounds.</summary>
internal sealed class SealingCosts
{
    internal TimeSpan Written { get; set; }

    internal TimeSpan Read { get; set; }
}
