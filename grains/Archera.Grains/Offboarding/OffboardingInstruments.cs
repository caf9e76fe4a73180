using System.Diagnostics.Metrics;
using Archera.Contracts.Refresh;
using Archera.Grains.Refresh;

namespace Archera.Grains.Offboarding;

/// <summary>What offboardings count. Tags are bounded: never an account.</summary>
public sealed class OffboardingInstruments
{
    private readonly Counter<long> _tries;

    public OffboardingInstruments(IMeterFactory meters) =>
        _tries = meters.Create(RefreshInstruments.MeterName).CreateCounter<long>(
            "archera.offboarding.tries", "{try}", "Tries to carry an offboarding to its end, by how it stood then.");

    public void Tried(OperationState state) =>
        _tries.Add(1, new KeyValuePair<string, object?>("state", state.ToString()));
}
