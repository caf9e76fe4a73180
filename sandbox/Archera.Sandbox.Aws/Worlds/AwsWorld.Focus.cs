using Archera.Sandbox.Aws.Worlds.Focus;

namespace Archera.Sandbox.Aws.Worlds;

public sealed partial class AwsWorld
{
    /// <summary>
    /// A world of real bills: each FOCUS file, plain or gzip CSV, is the bill of one payer.
    /// </summary>
    /// <exception cref="FocusFormatException">A file can't become a bill without guessing.</exception>
    public static AwsWorld FromFocus(IReadOnlyList<string> files)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        return new AwsWorld([.. files.Select(file => ReadFocus(file, owners))]);
    }

    private static Organization ReadFocus(string file, Dictionary<string, string> owners)
    {
        var organization = FocusFile.Read(file);
        var payer = organization.PayerAccountId;
        if (!owners.TryAdd(payer, file))
            throw new FocusFormatException(
                file, 2, $"billing account {payer} is in {owners[payer]} too. Export one file for each.");
        return organization;
    }
}
