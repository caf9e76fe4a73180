namespace Archera.Gateway.Receipts;

/// <param name="ReceiptId">The receipt's id.</param>
/// <param name="Tenant">Who left.</param>
/// <param name="PayerAccount">The payer account that was left.</param>
/// <param name="Operation">The offboarding's operation.</param>
/// <param name="StartedAt">When it was asked for, UTC.</param>
/// <param name="EndedAt">When it had ended, UTC.</param>
/// <param name="Scope">What was deleted, in words.</param>
/// <param name="Deleted">The stored records that were deleted, by kind.</param>
/// <param name="Remaining">How many of them the storage itself still counted afterwards.</param>
/// <param name="DestroyedDataKeys">The ids of the keys that they were sealed with, and that are destroyed.</param>
/// <param name="LastAssumeRole">Whether the role still opened to us.</param>
/// <param name="Backups">What restoring a backup could undo, in words.</param>
/// <param name="OtherRole">The same of the role that was to replace it; null when there was none.</param>
public sealed record ReceiptContent(
    string ReceiptId,
    string Tenant,
    string PayerAccount,
    string Operation,
    DateTime StartedAt,
    DateTime EndedAt,
    string Scope,
    IReadOnlyList<DeletedRecords> Deleted,
    int Remaining,
    IReadOnlyList<string> DestroyedDataKeys,
    LastAssumeRole LastAssumeRole,
    string Backups,
    LastAssumeRole? OtherRole = null);
