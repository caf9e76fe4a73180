using System.Globalization;
using System.Security.Cryptography;
using Archera.Contracts.Refresh;
using Archera.Grains.Custody;
using Archera.Grains.Storage;

namespace Archera.Grains.Refresh;

/// <summary>
/// A part as it lies in a stream's queue: its content and the hash of the whole are sealed under the account's data
/// key, and what stays readable is authenticated. Once the key is destroyed, a part on its way opens nowhere.
/// </summary>
public static class SealedPart
{
    /// <summary>What sealing adds to a part's content, the hash included.</summary>
    public const int OverheadBytes = IRecordKeys.OverheadBytes + SHA256.HashSizeInBytes;

    /// <param name="report">The key of the report grain that it goes to.</param>
    public static async ValueTask<UsageAggregate> SealAsync(
        IRecordKeys keys, string report, UsageAggregate part, CancellationToken cancellationToken)
    {
        byte[] content = [.. part.ContentHash, .. part.Content];
        return part with
        {
            ContentHash = [],
            Content = await keys.SealAsync(
                part.Partition.PayerAccount, ContextOf(report, part), content, cancellationToken),
        };
    }

    /// <exception cref="StateRefusedException">It was changed, is another report's, or its key is gone.</exception>
    public static async ValueTask<UsageAggregate> OpenAsync(
        IRecordKeys keys, string report, UsageAggregate part, CancellationToken cancellationToken)
    {
        var content = await keys.OpenAsync(
            part.Partition.PayerAccount, ContextOf(report, part), part.Content, cancellationToken);
        return content.Length < SHA256.HashSizeInBytes
            ? throw new DamagedStateException("The part is too short to hold the hash of its whole.")
            : part with
            {
                ContentHash = content[..SHA256.HashSizeInBytes],
                Content = content[SHA256.HashSizeInBytes..],
            };
    }

    private static string ContextOf(string report, UsageAggregate part) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report}|{part.Partition}|{part.Stamp}|{part.Part}/{part.Parts}|{part.SchemaVersion}|{part.ReadAt:O}"
            + $"|{part.Estimated}");
}
