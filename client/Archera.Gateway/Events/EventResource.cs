using Archera.Contracts.Events;

namespace Archera.Gateway.Events;

/// <param name="Number">1, 2, 3 … within the tenant: ask for what comes after the last one you know.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Kind">What happened.</param>
/// <param name="PayerAccount">The payer account that it happened to.</param>
/// <param name="Detail">What happened and what to do next, in words.</param>
/// <param name="LostBefore">Older events of the account that were lost before they could be stored: they have no
/// number. Read the payer account instead.</param>
public sealed record EventResource(
    long Number, DateTime At, TenantEventKind Kind, string PayerAccount, string Detail, int LostBefore)
{
    internal static EventResource Of(TenantEvent happened) => new(
        happened.Number,
        happened.At.UtcDateTime,
        happened.Kind,
        happened.PayerAccount.ToString(),
        happened.Detail,
        happened.LostBefore);
}
