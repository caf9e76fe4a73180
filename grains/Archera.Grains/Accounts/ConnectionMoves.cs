using Archera.Contracts;
using Archera.Contracts.Accounts;
using static Archera.Contracts.Accounts.ConnectionState;

namespace Archera.Grains.Accounts;

/// <summary>
/// Every state of a connection and every move: where it leads, or that it can't be made. The drawing in
/// <c>docs/connection-states.md</c> is made from it.
/// </summary>
public static class ConnectionMoves
{
    /// <returns>Null: the move can't be made from there.</returns>
    public static ConnectionState? Next(ConnectionState from, ConnectionMove move) => move switch
    {
        ConnectionMove.Begin => from switch
        {
            Issued or Verifying => Verifying,
            Connected or Suspended or Quarantined or Refused => from,
            _ => null,
        },
        ConnectionMove.Pass => from is Issued or Offboarded ? null : Connected,
        ConnectionMove.PassInUse => from is Issued or Offboarded ? null : Quarantined,
        ConnectionMove.Refuse => Failed(from, inUse: from),
        ConnectionMove.Open => Failed(from, inUse: Suspended),
        ConnectionMove.Close => from is Connected or Suspended ? Suspended : null,
        ConnectionMove.FindNothing => from switch
        {
            Verifying => Issued,
            Connected or Suspended or Quarantined or Refused => from,
            _ => null,
        },
        ConnectionMove.Transfer => from is Quarantined ? Connected : null,
        ConnectionMove.Displace => from is Connected or Suspended or Quarantined or Refused ? Refused : null,
        ConnectionMove.Dismiss => from is Quarantined ? Refused : null,
        ConnectionMove.Leave => Offboarded,
        _ => null,
    };

    /// <summary>Why a move that was asked for can't be made, and what can.</summary>
    public static Refusal Refusal(ConnectionState from, ConnectionMove move) => (from, move) switch
    {
        (Offboarded, _) => new Refusal(
            RefusalCodes.Offboarding,
            "The account is being offboarded: nothing can be done with it until it is gone. Then claim it anew."),
        (_, ConnectionMove.Transfer or ConnectionMove.Dismiss) => new Refusal(
            RefusalCodes.NotQuarantined,
            $"The claim is {from}, not Quarantined: there is nothing to decide. List the claims again."),
        _ => new Refusal(RefusalCodes.NotConnected, $"The connection is {from}. Verify its role first."),
    };

    private static ConnectionState? Failed(ConnectionState from, ConnectionState inUse) => from switch
    {
        Verifying or Quarantined or Refused => Refused,
        Connected or Suspended => inUse,
        _ => null,
    };
}
