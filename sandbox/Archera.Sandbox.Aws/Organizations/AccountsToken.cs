using System.Globalization;
using System.Text;

namespace Archera.Sandbox.Aws.Organizations;

/// <summary>Where a listing goes on. Opaque on the wire, and good for its own organization only.</summary>
/// <param name="AfterEmptyPage">The page at this offset was already answered once, empty.</param>
internal readonly record struct AccountsToken(string Organization, int Offset, bool AfterEmptyPage)
{
    internal string Text => Convert.ToBase64String(Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"la1 {Organization} {Offset} {(AfterEmptyPage ? 1 : 0)}")));

    internal static AccountsToken? TryParse(string text)
    {
        var bytes = new byte[text.Length];
        if (text.Length > 1_024 || !Convert.TryFromBase64String(text, bytes, out var count))
            return null;
        var parts = Encoding.ASCII.GetString(bytes, 0, count).Split(' ');
        return parts is ["la1", _, _, "0" or "1"]
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
                ? new AccountsToken(parts[1], offset, parts[3] == "1")
                : null;
    }
}
