using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using Archera.Grains.Custody;
using Archera.Silo.Start;
using Microsoft.AspNetCore.DataProtection;

namespace Archera.Silo.Custody;

/// <summary>
/// The master key: an ASP.NET Core Data Protection key ring in a directory of its own. It wraps the installation's key
/// and each tenant's. Data Protection adds a key to the ring every 90 days and keeps the old ones to unwrap with.
/// </summary>
public sealed class KeyRing : IDisposable
{
    private const string Application = "Archera";
    private const string Purpose = "Archera wrapped keys, version 1";

    private readonly X509Certificate2? _certificate;
    private readonly Lazy<IDataProtectionProvider> _writing;
    private IDataProtectionProvider _reading;

    private KeyRing(string directory, X509Certificate2? certificate)
    {
        (Directory, _certificate) = (directory, certificate);
        _writing = new(() => Open(makesKeys: true));
        _reading = OpenToRead();
    }

    public string Directory { get; }

    /// <exception cref="StartRefusedException">The directory or the certificate can't be used.</exception>
    public static KeyRing Open(string directory, string? certificatePath, string? certificatePassword) =>
        new(PrivateDirectory.Make(directory, "Keys:Directory"), Certificate(certificatePath, certificatePassword));

    /// <param name="name">The key store's name of the key: it unwraps under no other.</param>
    public byte[] Wrap(string name, ReadOnlySpan<byte> key)
    {
        try
        {
            var wrapped = _writing.Value.CreateProtector(Purpose, name).Protect(key.ToArray());
            Flush();
            return wrapped;
        }
        catch (Exception failed) when (IsOfTheRing(failed))
        {
            throw Unavailable(failed);
        }
    }

    /// <exception cref="KeysUnavailableException">The ring does not hold the key that wrapped it, or can't be read.
    /// Nothing tells that from wrapped bytes that were changed.</exception>
    public byte[] Unwrap(string name, byte[] wrapped)
    {
        try
        {
            return _reading.CreateProtector(Purpose, name).Unprotect(wrapped);
        }
        catch (Exception failed) when (IsOfTheRing(failed))
        {
            // Another silo may have added a key to the ring since it was read.
            _reading = OpenToRead();
        }

        try
        {
            return _reading.CreateProtector(Purpose, name).Unprotect(wrapped);
        }
        catch (Exception failed) when (IsOfTheRing(failed))
        {
            throw Unavailable(failed);
        }
    }

    public void Dispose() => _certificate?.Dispose();

    private static X509Certificate2? Certificate(string? path, string? password)
    {
        if (string.IsNullOrEmpty(path))
            return null;
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return certificate.HasPrivateKey && certificate.GetRSAPublicKey() is not null
                ? certificate
                : throw new CryptographicException("it holds no RSA certificate with its private key");
        }
        catch (Exception refused) when (refused is CryptographicException or IOException or UnauthorizedAccessException)
        {
            var why = refused.Message.ReplaceLineEndings(" ").TrimEnd('.');
            throw new StartRefusedException(
                $"Keys:CertificatePath: {path} cannot be used ({why}). Give a PKCS #12 file with an RSA certificate "
                + "and its private key, and Keys:CertificatePassword.",
                refused);
        }
    }

    private static bool IsOfTheRing(Exception failed) => failed is CryptographicException or IOException
        or UnauthorizedAccessException or InvalidOperationException or XmlException;

    private KeysUnavailableException Unavailable(Exception failed) => new(
        $"The key ring in {Directory} does not open a key ({failed.GetBaseException().Message.TrimEnd('.')}). "
        + "Restore it as it was.",
        failed);

    // Data Protection renames its files into place unsynced: no power cut may keep the wrapped key and lose the ring.
    private void Flush()
    {
        foreach (var path in Files())
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            file.Flush(flushToDisk: true);
        }
    }

    private string[] Files() => System.IO.Directory.GetFiles(Directory, "key-*.xml");

    // A ring whose keys have all expired adds one before it reads; one that was lost stays as empty as it is.
    private IDataProtectionProvider OpenToRead() => Open(makesKeys: Files().Length > 0);

    private IDataProtectionProvider Open(bool makesKeys) =>
        DataProtectionProvider.Create(new DirectoryInfo(Directory), ring =>
        {
            ring.SetApplicationName(Application);
            if (_certificate is not null)
                ring.ProtectKeysWithCertificate(_certificate);
            if (!makesKeys)
                ring.DisableAutomaticKeyGeneration();
        });
}
