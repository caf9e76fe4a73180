using Archera.Grains.Custody;

namespace Archera.Grains.Offboarding;

/// <summary>What every offboarding of a silo works with.</summary>
public sealed class DepartureServices(
    IRecordCensus census,
    IRecordKeys keys,
    IReceiptSigner signer,
    LastDoorTry lastDoor,
    OffboardingInstruments instruments,
    TimeProvider time,
    IOptions<OffboardingOptions> options,
    ILogger<OffboardingGrain> logger)
{
    public IRecordCensus Census => census;

    public IRecordKeys Keys => keys;

    public IReceiptSigner Signer => signer;

    public LastDoorTry LastDoor => lastDoor;

    public OffboardingInstruments Instruments => instruments;

    public TimeProvider Time => time;

    public OffboardingOptions Options => options.Value;

    public ILogger Logger => logger;
}
