using Archera.Contracts.Identity;

namespace Archera.Silo.Custody;

/// <summary>Which grain keys are a payer account's: its own, and those that begin with it and a slash.</summary>
internal static class PayerRecords
{
    public static bool IsOf(PayerAccountKey account, string grainKey)
    {
        var own = account.ToString();
        return grainKey.StartsWith(own, StringComparison.Ordinal)
            && (grainKey.Length == own.Length || grainKey[own.Length] == '/');
    }
}
