using System.Security.Cryptography;
using Archera.Contracts.Identity;

namespace Archera.Grains.Tenants;

/// <summary>Makes tenant ids: 16 random characters, so that nobody meets another tenant by counting.</summary>
public static class TenantIds
{
    private const int RandomCharacters = 16;

    public static TenantId Next() => TenantId.Parse(
        TenantId.Prefix + RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", RandomCharacters));
}
