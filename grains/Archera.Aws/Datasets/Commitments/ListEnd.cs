using Archera.Aws.Calls;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>How the reading of a list ended.</summary>
/// <param name="Failure">Why it is not whole; null: it is.</param>
/// <param name="HasData">False: Cost Explorer said that there are no data, whatever that means.</param>
internal readonly record struct ListEnd(AwsFailure? Failure, bool HasData)
{
    /// <summary>What ends the whole read.</summary>
    public AwsFailure? Broken => HasData ? Failure : null;
}
