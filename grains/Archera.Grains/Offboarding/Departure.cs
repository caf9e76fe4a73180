using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Offboarding;
using Archera.Contracts.Refresh;

namespace Archera.Grains.Offboarding;

/// <summary>
/// One offboarding: which step is next, and what the steps before it found. Once it has ended, all of that is in the
/// receipt alone.
/// </summary>
[GenerateSerializer, Immutable, Alias("archera.state.Departure")]
public sealed record Departure
{
    [Id(0)]
    public required PayerAccountKey PayerAccount { get; init; }

    /// <summary>The number of its operation.</summary>
    [Id(1)]
    public required long Number { get; init; }

    [Id(2)]
    public required string ReceiptId { get; init; }

    [Id(3)]
    public required DateTimeOffset StartedAt { get; init; }

    [Id(4)]
    public DepartureStep Next { get; init; } = DepartureStep.Leave;

    /// <summary>
    /// Known once the account is left, erased at the end; its roles and external ids once they were tried.
    /// </summary>
    [Id(5)]
    public DepartingClaim? Claim { get; init; }

    [Id(6)]
    public LastDoor? Door { get; init; }

    /// <summary>The same of the claim's other role; null when it had none.</summary>
    [Id(12)]
    public LastDoor? OtherDoor { get; init; }

    /// <summary>How many records are deleted, by kind.</summary>
    [Id(7)]
    public ImmutableSortedDictionary<string, int> Deleted { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>How many records the count after the deletion found; of a claim alone nothing was stored.</summary>
    [Id(11)]
    public int Remaining { get; init; }

    [Id(8)]
    public int AwsCalls { get; init; }

    [Id(9)]
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why the next step did not succeed yet, in words; null when it was not tried or goes on.</summary>
    [Id(10)]
    public string? Trouble { get; init; }

    public bool IsUnderWay => Next != DepartureStep.Done;

    public OperationId Operation => new(PayerAccount, Number);

    /// <summary>The step succeeded: what it found is in this record already, and the next one is due.</summary>
    public Departure Advance()
    {
        var leavesAlone = Next == DepartureStep.TryRole && Claim is not { IsOwner: true };
        return this with { Next = leavesAlone ? DepartureStep.Delist : Next + 1, Trouble = null };
    }

    public Departure End(DateTimeOffset now) => new()
    {
        PayerAccount = PayerAccount,
        Number = Number,
        ReceiptId = ReceiptId,
        StartedAt = StartedAt,
        AwsCalls = AwsCalls,
        Next = DepartureStep.Done,
        EndedAt = now,
    };

    /// <param name="isTried">A try to carry it on has begun and not ended.</param>
    public OperationView View(bool isTried = false) => new(
        Operation,
        !IsUnderWay ? OperationState.Succeeded : IsLate(isTried) ? OperationState.Late : OperationState.Running,
        (int)DepartureStep.Done,
        (int)Next,
        IsLate(isTried) ? 1 : 0,
        AwsCalls,
        0,
        StartedAt,
        EndedAt)
    {
        Kind = OperationKind.Offboarding,
        ReceiptId = IsUnderWay ? null : ReceiptId,
        Detail = Trouble,
    };

    private bool IsLate(bool isTried) => Trouble is not null && !isTried;
}
