using System.Text.Json;
using System.Text.Json.Serialization;
using Archera.Contracts.Offboarding;

namespace Archera.Gateway.Receipts;

/// <param name="ReceiptId">The receipt's id.</param>
/// <param name="Receipt">What payload says.</param>
/// <param name="Payload">The bytes that are signed: JSON, UTF-8, in base64.</param>
/// <param name="Signature">ECDSA on P-256 over SHA-256 of the payload, DER, in base64.</param>
/// <param name="KeyId">Which of the receipt keys signed.</param>
public sealed record ReceiptResource(
    string ReceiptId, ReceiptContent Receipt, byte[] Payload, byte[] Signature, string KeyId)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    internal static ReceiptResource Of(SignedReceipt receipt) => new(
        receipt.ReceiptId,
        JsonSerializer.Deserialize<ReceiptContent>(receipt.Payload, Form)!,
        receipt.Payload,
        receipt.Signature,
        receipt.KeyId);
}
