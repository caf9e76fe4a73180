using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Archera.Silo.Custody;

namespace Archera.ClusterTests.Custody;

public sealed class ReceiptSignerTests : IDisposable
{
    private readonly KeyPlace _place = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Signs_what_openssl_verifies_with_the_published_key()
    {
        var signer = await SignerAsync();
        var content = """{"payerAccount":"aws:111122223333"}"""u8.ToArray();
        var signature = await signer.SignAsync(content, Token);
        var key = (await signer.KeysAsync(Token)).Single(key => key.KeyId == signature.KeyId);

        (await OpenSslAsync(content, signature.Signature, key.PublicKeyPem)).ShouldContain("Verified OK");

        content[^2] ^= 1;
        (await OpenSslAsync(content, signature.Signature, key.PublicKeyPem)).ShouldNotContain("Verified OK");
    }

    [Fact]
    public async Task Signs_with_one_key_on_all_silos_and_after_a_restart()
    {
        var silos = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SignerAsync()));

        var signatures = await Task.WhenAll(
            silos.Select(silo => Task.Run(() => silo.SignAsync(new byte[] { 1 }, Token))));

        var known = (await (await SignerAsync()).KeysAsync(Token)).ShouldHaveSingleItem();
        signatures.ShouldAllBe(signature => signature.KeyId == known.KeyId);
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportFromPem(known.PublicKeyPem);
        signatures.ShouldAllBe(signature => ecdsa.VerifyData(
            new byte[] { 1 }, signature.Signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    [Fact]
    public async Task Keeps_the_private_key_sealed()
    {
        await (await SignerAsync()).SignAsync(new byte[] { 1 }, Token);

        var file = await File.ReadAllTextAsync(
            Path.Combine(_place.Store, SqliteKeyStore.FileName), Encoding.Latin1, Token);

        file.ShouldContain("receipts/1");
        file.ShouldNotContain("PRIVATE KEY");
        file.ShouldNotContain("MIGHAgEAMBMGByqGSM49"); // How the PKCS #8 of every P-256 key begins.
    }

    private async Task<ReceiptSigner> SignerAsync() => new(await _place.OpenAsync(), TimeProvider.System);

    private async Task<string> OpenSslAsync(byte[] content, byte[] signature, string publicKey)
    {
        var (data, sign, key) = (At("receipt.json"), At("receipt.sig"), At("key.pem"));
        await File.WriteAllBytesAsync(data, content, Token);
        await File.WriteAllBytesAsync(sign, signature, Token);
        await File.WriteAllTextAsync(key, publicKey, Token);
        using var openssl = Process.Start(
            new ProcessStartInfo("openssl", ["dgst", "-sha256", "-verify", key, "-signature", sign, data])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        var said = await openssl.StandardOutput.ReadToEndAsync(Token);
        await openssl.WaitForExitAsync(Token);
        return said;
    }

    private string At(string name) => Path.Combine(Path.GetDirectoryName(_place.Ring)!, name);
}
