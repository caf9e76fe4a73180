using System.Collections.Immutable;
using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets.LinkedAccounts;

/// <summary>One account's time in an organization, as its listings told it.</summary>
/// <param name="FirstSeenAt">When a listing had it first.</param>
/// <param name="Phases">Oldest first, never empty.</param>
public sealed record Membership(
    AwsAccountId Id, DateTimeOffset FirstSeenAt, ImmutableArray<MembershipPhase> Phases)
{
    /// <summary>So many are kept of an account; the oldest give way.</summary>
    public const int MaxPhases = 20;

    public MembershipPhase Now => Phases[^1];

    /// <summary>When it was first missing on a listing; null while it is a member.</summary>
    public DateTimeOffset? LeftAt => Now.IsMember ? null : Now.Since;

    /// <summary>When it was first seen again after it had left, the newest time; null where it never was.</summary>
    public DateTimeOffset? ReturnedAt => Phases.Zip(Phases.Skip(1))
        .LastOrDefault(pair => pair.Second.IsReturnAfter(pair.First)).Second?.Since;

    /// <summary>The same until another listing says something new.</summary>
    public Membership With(MembershipPhase phase) => phase.Says(Now)
        ? this
        : this with { Phases = [.. Phases.Skip(Phases.Length + 1 - MaxPhases), phase] };

    /// <summary>As it stood before that moment; null where it was not known yet, or is not any more.</summary>
    public Membership? Before(DateTimeOffset moment)
    {
        var phases = Phases.TakeWhile(phase => phase.Since < moment).ToImmutableArray();
        return phases.IsEmpty ? null : this with { Phases = phases };
    }
}
