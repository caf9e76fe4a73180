using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;

namespace Archera.Grains.Commitments;

/// <summary>What one payer's reports said.</summary>
public sealed record PayerCommitments(
    PayerAccountKey Payer, IReadOnlyList<CommitmentSlice> Slices, Completeness Completeness);
