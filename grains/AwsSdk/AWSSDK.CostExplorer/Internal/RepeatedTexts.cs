using System.Text;
using Amazon.Runtime.Internal.Util;

namespace Amazon.CostExplorer.Internal;

/// <summary>
/// One string for a text that comes back in every row: a bill of millions of groups has a few hundred service names,
/// accounts, metrics and units. A text that falls on a taken slot takes it over, so that the table never grows.
/// </summary>
internal sealed class RepeatedTexts
{
    private const int Slots = 4096;
    private const int LongestBytes = 256;

    private readonly string[] _texts = new string[Slots];

    public string Read(ref StreamingUtf8JsonReader reader)
    {
        var utf8 = reader.ValueSpan;
        if (utf8.Length > LongestBytes || utf8.Contains((byte)'\\'))
            return reader.GetString();
        var hash = new HashCode();
        hash.AddBytes(utf8);
        ref var slot = ref _texts[(uint)hash.ToHashCode() % Slots];
        if (slot == null || !IsSame(slot, utf8))
            slot = reader.GetString();
        return slot;
    }

    private static bool IsSame(string text, ReadOnlySpan<byte> utf8) =>
        Ascii.IsValid(utf8) && Ascii.Equals(utf8, text);
}
