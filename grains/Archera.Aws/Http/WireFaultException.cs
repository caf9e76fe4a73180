namespace Archera.Aws.Http;

/// <summary>Carries a <see cref="WireFault"/> through the SDK; the probe of the attempt holds the same.</summary>
internal sealed class WireFaultException(WireFault fault, Exception? inner = null)
    : IOException($"The answer could not be used: {fault}.", inner)
{
    public WireFault Fault { get; } = fault;
}
