using System.ComponentModel.DataAnnotations;
using Archera.Contracts.Refresh;
using Archera.Gateway.Costs;

namespace Archera.Gateway.Operations;

/// <param name="Id">The operation's id.</param>
/// <param name="Kind">What it does: Refresh.</param>
/// <param name="PayerAccount">The payer account it works for.</param>
/// <param name="State">How it stands; Late when something is left that is tried again later, Failed when nothing
/// could be read and somebody has to act first.</param>
/// <param name="Partitions">How far it is.</param>
/// <param name="AwsCalls">Requests on the wire to AWS, every attempt counted.</param>
/// <param name="AwsCostUsd">What AWS charges for those calls, in US dollars, as decimal text.</param>
/// <param name="StartedAt">When it started, UTC.</param>
/// <param name="EndedAt">When it ended, UTC; null while it runs.</param>
public sealed record OperationResource(
    string Id,
    string Kind,
    string PayerAccount,
    OperationState State,
    PartitionCounts Partitions,
    int AwsCalls,
    [property: RegularExpression(AmountText.Pattern)] string AwsCostUsd,
    DateTime StartedAt,
    DateTime? EndedAt)
{
    internal static OperationResource Of(OperationView view) => new(
        view.Id.ToString(),
        "Refresh",
        view.Id.PayerAccount.ToString(),
        view.State,
        new PartitionCounts(view.Due, view.Done, view.Late),
        view.AwsCalls,
        AmountText.Of(view.AwsCostUsd),
        view.StartedAt.UtcDateTime,
        view.EndedAt?.UtcDateTime);
}
