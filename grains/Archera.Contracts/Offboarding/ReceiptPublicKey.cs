namespace Archera.Contracts.Offboarding;

/// <param name="PublicKeyPem">ECDSA on P-256; SubjectPublicKeyInfo, PEM.</param>
[GenerateSerializer, Immutable, Alias("archera.ReceiptPublicKey")]
public sealed record ReceiptPublicKey(
    [property: Id(0)] string KeyId,
    [property: Id(1)] string PublicKeyPem,
    [property: Id(2)] DateTimeOffset CreatedAt);
