using Archera.Grains.Custody;
using Archera.Grains.Storage;

namespace Archera.Silo.Custody;

/// <summary>Opens sealed bytes with the keys of whom they belong to.</summary>
public static class Unsealing
{
    /// <summary>
    /// A version that is not known is that of a newer program, unless the bytes open as this program's: then it was
    /// changed, like any other part of them.
    /// </summary>
    /// <exception cref="DamagedStateException">They were changed, belong somewhere else, or their key is gone.
    /// </exception>
    /// <exception cref="UnknownStateException">They are of a version not known here, or were never sealed.</exception>
    /// <exception cref="KeysUnavailableException">The key store does not answer.</exception>
    public static async ValueTask<byte[]> OpenAsync(
        this KeyChain keys,
        KeyScope scope,
        SealContext context,
        ReadOnlyMemory<byte> bytes,
        CancellationToken cancellationToken)
    {
        if (SealedBytes.AsOfThisVersion(bytes.Span) is { } known
            && await OpensAsync(keys, scope, context, known, cancellationToken))
            throw new DamagedStateException("Its version was changed: it opens as one that this program writes.");
        var key = await keys.ByIdAsync(scope, SealedBytes.KeyOf(bytes.Span), cancellationToken);
        return SealedBytes.Open(key, context, bytes.Span);
    }

    private static async ValueTask<bool> OpensAsync(
        KeyChain keys, KeyScope scope, SealContext context, byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            SealedBytes.Open(
                await keys.ByIdAsync(scope, SealedBytes.KeyOf(bytes), cancellationToken), context, bytes);
            return true;
        }
        catch (DamagedStateException)
        {
            return false;
        }
    }
}
