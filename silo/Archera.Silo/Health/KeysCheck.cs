using Archera.Gateway.Health;
using Archera.Silo.Custody;

namespace Archera.Silo.Health;

/// <summary>Whether the key store answers: without it nothing new can be sealed, and little opened.</summary>
internal sealed class KeysCheck(KeyCustody custody) : IReadinessCheck
{
    public string Name => "keys";

    public async Task<ReadinessResult> CheckAsync(CancellationToken cancellationToken) =>
        await custody.Store.ReadAsync(KeyScope.Installation.Name, cancellationToken) is null
            ? ReadinessResult.NotReady("the key store has lost the installation's key; restore it")
            : ReadinessResult.Ready("keys can be read");
}
