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
        foreach (var account in organization.Accounts)
            if (!owners.TryAdd(account.Id, file))
                throw new FocusFormatException(
                    file, 1, $"account {account.Id} is in {owners[account.Id]} too; an account has one payer.");
        return organization;
    }
}
