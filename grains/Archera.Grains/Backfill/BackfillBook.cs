using Archera.Contracts.Backfill;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;

namespace Archera.Grains.Backfill;

/// <summary>The back-fill of an account as it was planned, and how it stands. It is started once.</summary>
/// <param name="Operation">What is done and spent, over all activations.</param>
/// <param name="StartedAt">By the billing clock.</param>
[GenerateSerializer, Immutable, Alias("archera.state.Backfill")]
public sealed record BackfillBook(
    [property: Id(0)] OperationView Operation,
    [property: Id(1)] BackfillPrice Price,
    [property: Id(2)] DateTimeOffset StartedAt)
{
    /// <summary>It waits for the day's budget.</summary>
    public const string OutOfBudget = "budget";

    /// <summary>The UTC day whose budget is being spent.</summary>
    [Id(3)]
    public DateOnly BudgetDay { get; init; }

    /// <summary>What had been spent when that day began.</summary>
    [Id(4)]
    public decimal SpentBefore { get; init; }

    /// <summary>Why it waits; null while it does not.</summary>
    [Id(5)]
    public string? Reason { get; init; }

    [Id(6)]
    public DateTimeOffset? NextTryAt { get; init; }

    public DatePeriod Days => Price.Days;

    public bool IsDone => Operation.State == OperationState.Succeeded;

    public BackfillState State => Operation.State switch
    {
        OperationState.Succeeded => BackfillState.Done,
        OperationState.Running => BackfillState.Running,
        _ => BackfillState.Late,
    };

    /// <summary>What was spent on that day.</summary>
    public decimal SpentOn(DateOnly day) => day == BudgetDay ? Operation.AwsCostUsd - SpentBefore : 0;

    public BackfillBook OnDay(DateOnly day) =>
        day == BudgetDay ? this : this with { BudgetDay = day, SpentBefore = Operation.AwsCostUsd };

    /// <summary>It goes on: what is missing now is due.</summary>
    public BackfillBook GoOn(int missing) => this with
    {
        Operation = Operation with
        {
            State = OperationState.Running,
            Due = Operation.Done + missing,
            Late = 0,
            Detail = null,
        },
        Reason = null,
        NextTryAt = null,
    };

    public BackfillBook Wait(string reason, string detail, DateTimeOffset? nextTryAt) => this with
    {
        Operation = Operation with { State = OperationState.Late, Detail = detail },
        Reason = reason,
        NextTryAt = nextTryAt,
    };

    public BackfillBook End(DateTimeOffset at) => this with
    {
        Operation = Operation with { State = OperationState.Succeeded, EndedAt = at, Detail = null },
        Reason = null,
        NextTryAt = null,
    };

    /// <summary>Why a day is not there that it has not come to.</summary>
    public LateRead Awaited(DatePeriod days) => new(
        days,
        StartedAt,
        Reason ?? Refresh.LateReason.Pending,
        Operation.Detail
            ?? "The back-fill runs and has not come to it yet. Ask for the account's backfill to see how far it is.",
        NextTryAt);
}
