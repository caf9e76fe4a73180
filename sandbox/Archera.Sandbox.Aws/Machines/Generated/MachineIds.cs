using System.Globalization;
using Archera.Sandbox.Aws.Worlds.Generated;

namespace Archera.Sandbox.Aws.Machines.Generated;

/// <summary>
/// Instance ids that hold, scrambled, which machine of which place they name, so that a machine of any time is found
/// by its id. They are as long and as shapeless as AWS's.
/// </summary>
internal static class MachineIds
{
    public const int MaximumPlaces = 1 << PlaceBits;
    private const int PlaceBits = 12;

    // Odd, so that multiplying by it maps the 32-bit numbers onto themselves, and by its inverse back.
    private const uint Factor = 0x9E3779B1;
    private const uint Inverse = 0x0E8B2F51;

    public static string Of(Draw account, int place, int number)
    {
        var low = unchecked((((uint)number << PlaceBits) | (uint)place) * Factor) ^ Mask(account);
        var high = (uint)(account.With("id").With(place).With(number).State >> 32);
        return string.Create(CultureInfo.InvariantCulture, $"i-0{high:x8}{low:x8}");
    }

    /// <summary>What an id of this account would name; whether it does is seen by making the id again.</summary>
    public static (int Place, int Number)? Read(Draw account, string instanceId)
    {
        if (instanceId.Length != 19 || !uint.TryParse(
            instanceId.AsSpan(11), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low))
            return null;
        var value = unchecked((low ^ Mask(account)) * Inverse);
        return ((int)(value & (MaximumPlaces - 1)), (int)(value >> PlaceBits));
    }

    private static uint Mask(Draw account) => (uint)account.With("id mask").State;
}
