using Archera.Grains.Custody;
using Orleans.Providers;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Archera.Silo.Custody;

public static class CustodyServices
{
    /// <summary>Registers what seals; the container disposes of the custody.</summary>
    public static IServiceCollection AddCustody(this IServiceCollection services, KeyCustody custody) => services
        .AddSingleton(_ => custody)
        .AddSingleton(provider => provider.GetRequiredService<KeyCustody>().Keys)
        .AddSingleton<IRecordKeys, RecordKeys>()
        .AddSingleton<ICursorSigner, CursorSigner>()
        .AddSingleton<IReceiptSigner>(provider => new ReceiptSigner(
            provider.GetRequiredService<KeyCustody>(), provider.GetService<TimeProvider>() ?? TimeProvider.System))
        .AddSingleton<CustodyInstruments>();

    /// <summary>
    /// The grains' storage: sealed, over a provider that must take <see cref="RawRecordSerializer"/>'s bytes.
    /// </summary>
    public static IServiceCollection AddSealedGrainStorage(
        this IServiceCollection services, Func<IServiceProvider, IGrainStorage> inner) => services.AddGrainStorage(
        ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME,
        (provider, _) => ActivatorUtilities.CreateInstance<SealingGrainStorage>(provider, inner(provider)));
}
