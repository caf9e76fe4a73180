using Archera.Aws.Calls;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Sessions;

internal sealed class AccountConnections(
    AwsClients clients,
    AwsLimiters limiters,
    IOptions<AwsCallOptions> options,
    TimeProvider time,
    JitterSource jitter,
    AwsCallMeter processMeter,
    AwsInstruments instruments) : IAccountConnections
{
    public IAccountConnection Create(AccountRole role, IAwsCallObserver observer)
    {
        var meter = new AwsCallMeter();
        var surroundings = new CallSurroundings(
            options.Value, time, jitter, [meter, processMeter, instruments, observer]);
        return new AccountConnection(role, clients, limiters, surroundings, meter);
    }
}
