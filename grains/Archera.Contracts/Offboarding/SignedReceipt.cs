namespace Archera.Contracts.Offboarding;

/// <summary>A receipt, in the very bytes that were signed.</summary>
/// <param name="Payload">JSON, UTF-8.</param>
/// <param name="Signature">ECDSA on P-256 over SHA-256 of the payload, DER.</param>
/// <param name="KeyId">Which of the receipt keys signed.</param>
[GenerateSerializer, Immutable, Alias("archera.SignedReceipt")]
public sealed record SignedReceipt(
    [property: Id(0)] string ReceiptId,
    [property: Id(1)] byte[] Payload,
    [property: Id(2)] byte[] Signature,
    [property: Id(3)] string KeyId);
