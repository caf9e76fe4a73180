using Archera.Contracts;

namespace Archera.Client;

internal static class Refusals
{
    /// <summary>
    /// The same for what does not exist and for what belongs to another tenant: nothing tells them apart.
    /// </summary>
    public static readonly Refusal NotFound = new(
        RefusalCodes.NotFound, "There is no such thing here. Check the id, and that the key belongs to its tenant.");
}
