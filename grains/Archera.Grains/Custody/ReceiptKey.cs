namespace Archera.Grains.Custody;

/// <param name="PublicKeyPem">SubjectPublicKeyInfo, PEM.</param>
public sealed record ReceiptKey(string KeyId, string PublicKeyPem, DateTimeOffset CreatedAt);
