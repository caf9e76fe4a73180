using Archera.Contracts.Offboarding;

namespace Archera.Gateway.Receipts;

/// <param name="ReceiptId">The receipt's id.</param>
/// <param name="PayerAccount">The payer account that was left.</param>
/// <param name="EndedAt">When the offboarding had ended, UTC.</param>
public sealed record ReceiptEntryResource(string ReceiptId, string PayerAccount, DateTime EndedAt)
{
    internal static ReceiptEntryResource Of(ReceiptEntry entry) =>
        new(entry.ReceiptId, entry.PayerAccount.ToString(), entry.EndedAt.UtcDateTime);
}
