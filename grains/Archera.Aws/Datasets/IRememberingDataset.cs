namespace Archera.Aws.Datasets;

/// <summary>
/// A dataset whose one content is kept with the account, and of which AWS shows only how things are now: what was
/// before is kept with it.
/// </summary>
public interface IRememberingDataset : IDataset
{
    /// <summary>What the account keeps once it has read this. Pure.</summary>
    /// <param name="kept">What it has kept until now; null at the first read.</param>
    /// <param name="keptAt">When that was read.</param>
    /// <param name="read">The newest read.</param>
    /// <param name="at">When it was read, by the billing clock.</param>
    /// <exception cref="InvalidDataException">What is kept, or what was read, is damaged.</exception>
    DatasetPartition Remember(
        DatasetPartition? kept, DateTimeOffset keptAt, DatasetPartition read, DateTimeOffset at);
}
