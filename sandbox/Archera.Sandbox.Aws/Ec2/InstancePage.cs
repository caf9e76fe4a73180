using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archera.Sandbox.Aws.Machines;

namespace Archera.Sandbox.Aws.Ec2;

/// <summary>
/// Where a listing goes on. The order is drawn anew for each listing and holds for its pages, so that each machine that
/// was there at the first page is told exactly once. Opaque on the wire, and good for one account and region only.
/// </summary>
/// <param name="Since">The instant of the first page, which decides what is listed.</param>
/// <param name="After">The place in the order of the last machine told; empty on the first page.</param>
internal readonly record struct InstancePage(
    string Account, string Region, DateTimeOffset Since, string Order, string After)
{
    internal string Token => Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"di1 {Account} {Region} {Since.UtcTicks} {Order} {After}")));

    internal static InstancePage First(string account, string region, DateTimeOffset now) =>
        new(account, region, now, RandomNumberGenerator.GetHexString(16, lowercase: true), "");

    internal static InstancePage? TryParse(string token, string account, string region)
    {
        const int MaxLength = 1_024;
        var bytes = new byte[token.Length];
        if (token.Length > MaxLength || !Convert.TryFromBase64String(token, bytes, out var count))
            return null;
        var parts = Encoding.ASCII.GetString(bytes, 0, count).Split(' ');
        return parts is ["di1", var owner, var place, var ticks, var order, var after]
            && owner == account && place == region
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var since)
            && since <= DateTime.MaxValue.Ticks
                ? new InstancePage(account, region, new DateTimeOffset(since, TimeSpan.Zero), order, after)
                : null;
    }

    /// <summary>A machine's place: machines of one launch stand together.</summary>
    internal string PlaceOf(Machine machine) => Hash(machine.ReservationId) + Hash(machine.InstanceId);

    private string Hash(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Order + name)).AsSpan(0, 8));
}
