using System.Collections.Immutable;
using Archera.Contracts.Commitments;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>What one day of a commitment dataset holds.</summary>
public sealed record CommitmentDay(ImmutableArray<CommitmentLine> Lines, ImmutableArray<CommitmentItem> Items);
