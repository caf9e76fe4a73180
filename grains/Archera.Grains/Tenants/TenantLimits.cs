namespace Archera.Grains.Tenants;

/// <summary>The limits that keep each of these records one small stored record.</summary>
public static class TenantLimits
{
    /// <summary>The index is one record of about 150 bytes a tenant.</summary>
    public const int MaxTenants = 10_000;

    public const int MaxKeys = 100;

    /// <summary>A view fans out to every payer account of its tenant.</summary>
    public const int MaxPayerAccounts = 5_000;

    public const int MaxNameLength = 200;

    public const int MaxIdempotencyKeyLength = 255;
}
