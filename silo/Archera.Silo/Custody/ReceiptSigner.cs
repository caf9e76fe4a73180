using System.Security.Cryptography;
using Archera.Grains.Custody;

namespace Archera.Silo.Custody;

/// <summary>
/// Signs with a key of the installation that lies in the key store, sealed by the installation's key; made at the first
/// signature or question. All silos sign with the same one.
/// </summary>
public sealed class ReceiptSigner(KeyCustody custody, TimeProvider time) : IReceiptSigner
{
    private const string Document = "receipts/1";

    public async Task<ReceiptSignature> SignAsync(
        ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var key = await CurrentAsync(cancellationToken);
        using var ecdsa = await OpenAsync(key, cancellationToken);
        return new ReceiptSignature(
            key.Id,
            ecdsa.SignData(content.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    // The public key is had from the sealed private one: nobody else's can be put in its place.
    public async Task<IReadOnlyList<ReceiptKey>> KeysAsync(CancellationToken cancellationToken)
    {
        var key = await CurrentAsync(cancellationToken);
        using var ecdsa = await OpenAsync(key, cancellationToken);
        return [new ReceiptKey(key.Id, ecdsa.ExportSubjectPublicKeyInfoPem(), key.CreatedAt)];
    }

    private async Task<StoredReceiptKey> CurrentAsync(CancellationToken cancellationToken)
    {
        if (await custody.Store.ReadAsync(Document, cancellationToken) is not { } document)
        {
            // Of silos that make it at once the first wins, and the others read that one.
            var made = await MakeAsync(cancellationToken);
            await custody.Store.TryWriteAsync(Document, made.ToBytes(), version: null, cancellationToken);
            document = await custody.Store.ReadAsync(Document, cancellationToken)
                ?? throw new KeysUnavailableException($"{custody.Store.Place} lost a receipt key. Try again.");
        }

        return StoredReceiptKey.Read(document.Content);
    }

    private async Task<StoredReceiptKey> MakeAsync(CancellationToken cancellationToken)
    {
        var installation = await custody.Keys.CurrentAsync(KeyScope.Installation, cancellationToken);
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = KeyId.New().ToString();
        var secret = ecdsa.ExportPkcs8PrivateKey();
        try
        {
            return new StoredReceiptKey(
                id, SealedBytes.Seal(installation, ContextOf(id), secret), time.GetUtcNow());
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private async Task<ECDsa> OpenAsync(StoredReceiptKey key, CancellationToken cancellationToken)
    {
        var secret = await custody.Keys.OpenAsync(
            KeyScope.Installation, ContextOf(key.Id), key.Wrapped, cancellationToken);
        try
        {
            var ecdsa = ECDsa.Create();
            ecdsa.ImportPkcs8PrivateKey(secret, out _);
            return ecdsa;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private static SealContext ContextOf(string id) => SealContext.OfKey($"{Document}#{id}");
}
