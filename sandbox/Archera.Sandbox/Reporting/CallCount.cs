using Archera.Aws.Calls;
using Archera.Sandbox.Hosting;

namespace Archera.Sandbox.Reporting;

/// <summary>Requests on the wire as the product counted them, and as the simulated AWS did.</summary>
internal sealed record CallCount(AwsCallTotals Own, long Simulated)
{
    private const int Looks = 20;

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(250);

    internal bool Agrees => Own.Calls == Simulated;

    /// <summary>
    /// Both counts once they agree: a request that is on its way is counted by one side only for a moment.
    /// </summary>
    internal static async Task<CallCount> SettledAsync(
        SandboxSystem system, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            var count = new CallCount(system.OwnCalls, system.SimulatedCalls);
            if (count.Agrees || look == Looks)
                return count;
            await Task.Delay(LookInterval, time, cancellationToken);
        }
    }
}
