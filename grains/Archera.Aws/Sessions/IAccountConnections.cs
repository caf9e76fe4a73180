using Archera.Aws.Calls;

namespace Archera.Aws.Sessions;

/// <summary>Makes connections. One account has one connection in the whole cluster: its activation's.</summary>
public interface IAccountConnections
{
    IAccountConnection Create(AccountRole role, IAwsCallObserver observer);
}
