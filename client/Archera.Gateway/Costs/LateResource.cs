using Archera.Contracts.Reports;

namespace Archera.Gateway.Costs;

/// <param name="Account">The payer account that is late, such as aws:111122223333.</param>
/// <param name="Dataset">The dataset that is not whole.</param>
/// <param name="Since">When it became late, UTC.</param>
/// <param name="Reason">A stable code, such as throttled or access-denied; unknown when nothing answered.</param>
/// <param name="Detail">What happened and what to do next, in words.</param>
/// <param name="NextTryAt">When it is tried next, UTC; a time that has passed means as soon as can be, null that trying
/// again can't help.</param>
public sealed record LateResource(
    string Account, string Dataset, DateTime Since, string Reason, string Detail, DateTime? NextTryAt)
{
    internal static LateResource Of(LateAccount late) => new(
        late.Account,
        late.Dataset.Value,
        late.Since.UtcDateTime,
        late.Reason,
        late.Detail,
        late.NextTryAt?.UtcDateTime);
}
