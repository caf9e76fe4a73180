namespace Archera.Grains.Custody;

/// <param name="KeyId">Which of the receipt keys signed.</param>
/// <param name="Signature">DER.</param>
public sealed record ReceiptSignature(string KeyId, byte[] Signature);
