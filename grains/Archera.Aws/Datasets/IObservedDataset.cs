using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets;

/// <summary>
/// A dataset of which AWS shows only how things are now: what was between two looks is concluded from both.
/// </summary>
public interface IObservedDataset : IDataset
{
    /// <summary>What a look adds to what the account keeps of the look before. Pure.</summary>
    /// <param name="account">Whose look it is: named in what is missing.</param>
    /// <param name="kept">The look before; null at the first.</param>
    /// <param name="read">The newest look.</param>
    Observation Observe(PayerAccountKey account, DatasetPartition? kept, DatasetPartition read);
}
