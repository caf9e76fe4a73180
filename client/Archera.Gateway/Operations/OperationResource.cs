using System.ComponentModel.DataAnnotations;
using Archera.Contracts.Refresh;
using Archera.Gateway.Costs;

namespace Archera.Gateway.Operations;

/// <param name="Id">The operation's id.</param>
/// <param name="Kind">What it does.</param>
/// <param name="PayerAccount">The payer account it works for.</param>
/// <param name="State">How it stands; Late when something is left that is tried again later, Failed when nothing
/// could be read and somebody has to act first.</param>
/// <param name="ReceiptId">The signed receipt of an offboarding that has ended; null otherwise.</param>
/// <param name="Detail">Why an offboarding or a back-fill is late and what happens next, in words; null
/// otherwise.</param>
/// <param name="Partitions">How far it is: partitions of a refresh or a back-fill, steps of an
/// offboarding.</param>
/// <param name="AwsCalls">Requests on the wire to AWS, every attempt counted.</param>
/// <param name="AwsCostUsd">What AWS charges for those calls, in US dollars, as decimal text.</param>
/// <param name="StartedAt">When it started, UTC.</param>
/// <param name="EndedAt">When it ended, UTC; null while it runs.</param>
public sealed record OperationResource(
    string Id,
    OperationKind Kind,
    string PayerAccount,
    OperationState State,
    PartitionCounts Partitions,
    int AwsCalls,
    [property: RegularExpression(AmountText.Pattern)] string AwsCostUsd,
    DateTime StartedAt,
    DateTime? EndedAt,
    string? ReceiptId,
    string? Detail)
{
    internal static OperationResource Of(OperationView view) => new(
        view.Id.ToString(),
        view.Kind,
        view.Id.PayerAccount.ToString(),
        view.State,
        new PartitionCounts(view.Due, view.Done, view.Late),
        view.AwsCalls,
        AmountText.Of(view.AwsCostUsd),
        view.StartedAt.UtcDateTime,
        view.EndedAt?.UtcDateTime,
        view.ReceiptId,
        view.Detail);
}
