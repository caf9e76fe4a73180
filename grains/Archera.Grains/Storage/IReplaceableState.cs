namespace Archera.Grains.Storage;

/// <summary>
/// State that can be had again from AWS. Damaged, it reads as a state that knows nothing but that: so its ETag is
/// known, and a new read may replace it. State that only we have is refused instead.
/// </summary>
public interface IReplaceableState
{
    bool IsDamaged { get; }

    /// <summary>What is read in place of a damaged record.</summary>
    IReplaceableState AsDamaged();
}
