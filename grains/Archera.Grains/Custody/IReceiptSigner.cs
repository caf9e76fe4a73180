namespace Archera.Grains.Custody;

/// <summary>
/// Signs receipts: ECDSA on P-256 over SHA-256, the signature in DER. Both calls throw
/// <see cref="KeysUnavailableException"/> when the key store does not answer.
/// </summary>
public interface IReceiptSigner
{
    Task<ReceiptSignature> SignAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>The public keys of all receipts ever signed, newest first.</summary>
    Task<IReadOnlyList<ReceiptKey>> KeysAsync(CancellationToken cancellationToken);
}
