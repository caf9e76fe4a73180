namespace Archera.Contracts.Refresh;

/// <summary>
/// The stream message: one part of one read of one partition. A partition becomes visible only when all parts of one
/// stamp are there and their concatenation has the hash.
/// </summary>
/// <param name="Part">1 to <paramref name="Parts"/>.</param>
/// <param name="ContentHash">SHA-256 of the whole content, so that unchanged content is told without decoding
/// it.</param>
/// <param name="SchemaVersion">The version of the dataset's codec; an unknown one is refused.</param>
/// <param name="ReadAt">When the read ended, by the billing clock.</param>
/// <param name="Estimated">AWS has not finalised the day.</param>
/// <param name="Content">This part's slice of the compressed rows.</param>
[GenerateSerializer, Immutable, Alias("archera.UsageAggregate")]
public sealed record UsageAggregate(
    [property: Id(0)] PartitionKey Partition,
    [property: Id(1)] ReadStamp Stamp,
    [property: Id(2)] int Part,
    [property: Id(3)] int Parts,
    [property: Id(4)] byte[] ContentHash,
    [property: Id(5)] int SchemaVersion,
    [property: Id(6)] DateTimeOffset ReadAt,
    [property: Id(7)] bool Estimated,
    [property: Id(8)] byte[] Content)
{
    /// <summary>The stream namespace of payers' costs; the stream's key is the report grain's key.</summary>
    public const string StreamNamespace = "usage-aggregates";

    /// <summary>The stream namespace of what is read in linked accounts.</summary>
    public const string LinkedStreamNamespace = "linked-aggregates";

    /// <summary>The stream namespace of payers' commitments.</summary>
    public const string CommitmentStreamNamespace = "commitment-aggregates";

    /// <summary>The name of the stream provider in every profile.</summary>
    public const string StreamProvider = "usage";
}
