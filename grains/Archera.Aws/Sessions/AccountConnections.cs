using Archera.Aws.Calls;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Sessions;

internal sealed class AccountConnections(
    AwsClients clients,
    AwsLimiters limiters,
    OurPrincipals principals,
    IOptions<AwsCallOptions> options,
    TimeProvider time,
    JitterSource jitter,
    AwsCallMeter processMeter,
    AwsInstruments instruments) : IAccountConnections
{
    public IAccountConnection Create(AccountRole role, IAwsCallObserver observer)
    {
        var (meter, actions) = (new AwsCallMeter(), new ActionMeter());
        // Distinct: the caller's observer may be the process's own meter, and each sees an attempt once.
        IAwsCallObserver[] observers = [meter, actions, processMeter, instruments, observer];
        var surroundings = new CallSurroundings(options.Value, time, jitter, [.. observers.Distinct()]);
        return new AccountConnection(role, clients, limiters, principals, surroundings, meter, actions);
    }
}
