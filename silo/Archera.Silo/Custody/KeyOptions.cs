using System.ComponentModel.DataAnnotations;

namespace Archera.Silo.Custody;

/// <summary>
/// Section <c>Keys</c>: where the keys are that stored state is sealed with. Neither place may lie in the data
/// directory or in the other: a copy of one of the three opens nothing.
/// </summary>
public sealed record KeyOptions : IValidatableObject
{
    public const string Section = "Keys";

    /// <summary>
    /// The directory of the key ring, the master key; made if absent. Default <c>archera-keys</c> in profile Embedded.
    /// Required in profile Cluster, where all silos share it. Losing it loses everything that is stored.
    /// </summary>
    public string? Directory { get; init; }

    /// <summary>
    /// Profile Embedded: the directory of the key store, the keys wrapped by the master key; made if absent. Default
    /// <c>archera-keystore</c>.
    /// </summary>
    [Required]
    public string Store { get; init; } = "archera-keystore";

    /// <summary>
    /// Profile Cluster: the blob container of the key store, in the storage account but not in the container of state.
    /// Default <c>archera-keystore</c>.
    /// </summary>
    [RegularExpression("^[a-z0-9](-?[a-z0-9]){2,62}$")]
    public string Container { get; init; } = "archera-keystore";

    /// <summary>
    /// A PKCS #12 file with an RSA certificate and its private key that new keys of the ring are encrypted with. None
    /// by default: the ring's files are then as readable as their directory.
    /// </summary>
    public string? CertificatePath { get; init; }

    /// <summary>The password of that file. None by default.</summary>
    public string? CertificatePassword { get; init; }

    /// <summary>
    /// Seconds that a silo may use a key without looking whether it still exists. Default 30, 1 to 120. In profile
    /// Cluster destroying a key takes this long; shorter costs a read of the key store for each active account and
    /// period.
    /// </summary>
    [Range(1, 120)]
    public int CacheSeconds { get; init; } = 30;

    /// <summary>Unwrapped keys that a silo holds in memory. Default 10,000, some 300 bytes each.</summary>
    [Range(100, 1_000_000)]
    public int CachedKeys { get; init; } = 10_000;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(CertificatePassword) && string.IsNullOrEmpty(CertificatePath))
            yield return new ValidationResult(
                "Keys:CertificatePassword is set without Keys:CertificatePath, so the key ring would stay in clear. "
                + "Name the certificate's file, or remove the password.");
    }
}
