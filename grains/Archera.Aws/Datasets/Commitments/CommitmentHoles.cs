using Archera.Aws.Calls;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>
/// Says of a day without figures whether there is nothing to tell of it, or Cost Explorer has not told it yet. There is
/// nothing only where neither the known commitments nor the bill show any.
/// </summary>
/// <param name="known">The commitments that AWS lists.</param>
/// <param name="isUse">A row of the bill that shows use of a commitment on its day.</param>
/// <param name="isFee">A row of the bill that is charged on the first, or when a commitment is bought.</param>
internal sealed class CommitmentHoles(
    IReadOnlyCollection<CommitmentItem> known,
    BilledCommitments bill,
    Func<string, string, bool> isUse,
    Func<string, string, bool> isFee)
{
    /// <summary>Nothing ran on the day.</summary>
    public bool IsNone(DateOnly day) => !known.Any(item => item.IsOn(day) && !item.IsWaiting)
        && !bill.Has(day, (service, type) => isUse(service, type) || isFee(service, type))
        && (known.Any(item => !item.IsWaiting) || !bill.HasSinceTheFirst(day, isFee));

    /// <summary>Nothing was covered on the day.</summary>
    public bool IsUnused(DateOnly day) => !bill.Has(day, isUse);

    public static AwsFailure NotTold(PayerAccountKey account, string what, DateOnly day) => new(
        FailureReasons.DataUnavailable,
        FaultOf.Aws,
        CanRetry: true,
        "DataUnavailableException",
        FormattableString.Invariant(
            $"Account {account}: Cost Explorer has no {what} of {day:yyyy-MM-dd}, though commitments or the bill show ")
        + "some. AWS tells it within a day or two.");
}
