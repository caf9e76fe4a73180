using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Quarantine;
using Archera.Grains.Storage;

namespace Archera.Grains.Quarantine;

/// <summary>The operator's list of quarantined claims. Every method returns the next book.</summary>
[GenerateSerializer, Immutable, Alias("archera.state.Quarantine")]
public sealed record QuarantineBook : IVersionedState
{
    public static int KnownVersion => 1;

    [Id(0)]
    public int Version { get; init; } = KnownVersion;

    [Id(1)]
    public ImmutableList<QuarantinedClaim> Open { get; init; } = [];

    /// <summary>Newest first.</summary>
    [Id(2)]
    public ImmutableList<QuarantinedClaim> Ended { get; init; } = [];

    /// <returns>Null: the list is full.</returns>
    public QuarantineBook? With(QuarantinedClaim claim)
    {
        if (Open.Exists(known => known.Id == claim.Id)
            || Ended.Exists(known => known.Id == claim.Id && known.Since == claim.Since))
            return this;
        return Open.Count < QuarantineLimits.MaxOpen ? this with { Open = Open.Add(claim) } : null;
    }

    public QuarantineBook End(ClaimId claim, QuarantineState state, DateTimeOffset at, DecisionNote? note)
    {
        if (Open.Find(known => known.Id == claim) is not { } open)
            return this;
        var ended = Ended.Insert(0, open with
        {
            State = state,
            EndedAt = at,
            Reason = note?.Reason,
            DecidedBy = note?.KeyId,
        });
        return this with
        {
            Open = Open.Remove(open),
            Ended = ended.Count > QuarantineLimits.MaxEnded ? ended.RemoveAt(LeastWorth(ended)) : ended,
        };
    }

    /// <summary>Decisions are kept before what lapsed by itself.</summary>
    private static int LeastWorth(ImmutableList<QuarantinedClaim> ended) =>
        ended.FindLastIndex(claim => claim.State == QuarantineState.Lapsed) is >= 0 and var lapsed
            ? lapsed
            : ended.Count - 1;

    public QuarantineBook Forget(ClaimId claim) => Open.Concat(Ended).Any(known => known.Id == claim)
        ? this with
        {
            Open = Open.RemoveAll(known => known.Id == claim),
            Ended = Ended.RemoveAll(known => known.Id == claim),
        }
        : this;
}
