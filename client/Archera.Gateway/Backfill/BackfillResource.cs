using System.ComponentModel.DataAnnotations;
using Archera.Contracts.Backfill;
using Archera.Gateway.Costs;

namespace Archera.Gateway.Backfill;

/// <summary>What an account's past costs to read, and how its back-fill stands.</summary>
/// <param name="FirstDay">The first of the month 13 before this one; null when nothing is left to read.</param>
/// <param name="LastDay">The last day before those that the account is read for anyway; null as above.</param>
/// <param name="Months">Calendar months, whole or in part.</param>
/// <param name="Calls">Requests to AWS in all: pages of every dataset, and a total a month that they are compared
/// with.</param>
/// <param name="CostUsd">What AWS charges the customer for them, in US dollars, as decimal text.</param>
/// <param name="Minutes">How long it takes at the operator's pace and daily budget.</param>
/// <param name="State">How it stands. The plan is as it was when it was started; as it would be now while State is
/// None.</param>
/// <param name="DoneCalls">Requests to AWS so far, every attempt counted.</param>
/// <param name="SpentUsd">What AWS charges for those, in US dollars, as decimal text.</param>
/// <param name="Operation">The operation that shows its progress; null before it is started.</param>
/// <param name="Reason">Why it is late, as a stable code such as budget or throttled; null when it is not.</param>
/// <param name="Detail">The same in words, and what happens next.</param>
/// <param name="NextTryAt">When it goes on by itself, UTC; null when it is not late, or goes on once the account is
/// connected again.</param>
/// <param name="Datasets">What it takes for each dataset.</param>
public sealed record BackfillResource(
    DateOnly? FirstDay,
    DateOnly? LastDay,
    int Months,
    int Calls,
    [property: RegularExpression(AmountText.Pattern)] string CostUsd,
    int Minutes,
    BackfillState State,
    int DoneCalls,
    [property: RegularExpression(AmountText.Pattern)] string SpentUsd,
    string? Operation,
    string? Reason,
    string? Detail,
    DateTime? NextTryAt,
    IEnumerable<BackfillDatasetResource> Datasets)
{
    internal static BackfillResource Of(BackfillView view)
    {
        var (price, operation) = (view.Price, view.Operation);
        DateOnly? first = price.Days.IsEmpty ? null : price.Days.Start;
        return new BackfillResource(
            first,
            first is null ? null : price.Days.End.AddDays(-1),
            price.Months,
            price.Calls,
            AmountText.Of(price.CostUsd),
            price.Minutes,
            view.State,
            operation?.AwsCalls ?? 0,
            AmountText.Of(operation?.AwsCostUsd ?? 0),
            operation?.Id.ToString(),
            view.Reason,
            operation?.Detail,
            view.NextTryAt?.UtcDateTime,
            price.Parts.Select(BackfillDatasetResource.Of));
    }
}
