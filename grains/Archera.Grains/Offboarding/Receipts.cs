using Archera.Contracts.Offboarding;
using Archera.Grains.Storage;
using Orleans.Storage;

namespace Archera.Grains.Offboarding;

/// <summary>A tenant's stored receipts, each a record of its own.</summary>
public sealed class Receipts(GrainId grain, IGrainStorage storage)
{
    public async Task<SignedReceipt?> FindAsync(string receiptId) => (await ReadAsync(receiptId)).Current.Receipt;

    /// <summary>Keeps the receipt, unless one of its id is kept already.</summary>
    public async Task KeepAsync(SignedReceipt receipt)
    {
        var record = await ReadAsync(receipt.ReceiptId);
        await record.UpdateAsync(kept => kept.Receipt is null ? kept with { Receipt = receipt } : kept);
    }

    public async Task DropAsync(string receiptId) => await (await ReadAsync(receiptId)).ClearAsync();

    private async Task<StoredRecord<ReceiptState>> ReadAsync(string receiptId)
    {
        var record = new StoredRecord<ReceiptState>("receipt-" + receiptId, grain, storage);
        await record.ReadAsync();
        return record;
    }
}
