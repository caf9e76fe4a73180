using System.Text;
using Archera.Contracts.Accounts;
using Archera.Grains.Accounts;

namespace Archera.UnitTests.Grains;

/// <summary>The table of connection states as its documentation shows it.</summary>
internal static class ConnectionStatesPage
{
    private const string Head =
        """
        # Connection states

        Where a tenant's claim on a payer account stands, and what moves it. The table is
        `grains/Archera.Grains/Accounts/ConnectionMoves.cs`; this page is made from it, and a test holds them together.
        A move that the table does not have is refused with a code: `not-quarantined`, `not-connected`, `offboarding`.
        """;

    private const string Words =
        """
        | move | is |
        |---|---|
        | Begin | a verification begins; only a claim that was never verified moves by it |
        | Pass | the role passed every step, and no other tenant uses the account |
        | PassInUse | the role passed, but the account, or its payer account, is another tenant's: an operator decides |
        | Refuse | a step failed for something the customer has to mend; a role in use stays when a new one fails |
        | Open | the role opens without its external id, or to a stranger |
        | Close | the role in use does not open to us any more, while our control role does, where there is one |
        | FindNothing | nothing was found out: a throttle, our own credentials or policies, a Region that is off |
        | Transfer, Dismiss | an operator decides for, or against, a quarantined claim |
        | Displace | an operator gave the account to another tenant |
        | Leave | the tenant takes the account away |

        Suspended has a cause: open to others, or closed to us. Either way nothing is read, the figures stay with their
        as-of date, and a verification that passes connects it again: daily for one that is open; for one that is closed
        after a tick of the account's reminder, then each time after twice as long, down to daily.
        """;

    public static string Render()
    {
        var page = new StringBuilder(Head).AppendLine().AppendLine("```mermaid").AppendLine("stateDiagram-v2");
        page.AppendLine("    [*] --> Issued");
        var arrows =
            from state in Enum.GetValues<ConnectionState>()
            from move in Enum.GetValues<ConnectionMove>()
            let next = ConnectionMoves.Next(state, move)
            where next is not null && next != state
            group move by (state, next) into moves
            select $"    {moves.Key.state} --> {moves.Key.next}: {string.Join(", ", moves)}";
        foreach (var arrow in arrows)
            page.AppendLine(arrow);
        page.AppendLine("    Offboarded --> [*]").AppendLine("```").AppendLine();
        page.AppendLine("| from | " + string.Join(" | ", Enum.GetNames<ConnectionMove>()) + " |");
        page.AppendLine("|---|" + string.Concat(Enum.GetNames<ConnectionMove>().Select(_ => "---|")));
        foreach (var state in Enum.GetValues<ConnectionState>())
        {
            var cells = Enum.GetValues<ConnectionMove>().Select(move => Cell(state, move));
            page.AppendLine($"| {state} | {string.Join(" | ", cells)} |");
        }

        return page.AppendLine().Append(Words).ToString();
    }

    private static string Cell(ConnectionState state, ConnectionMove move) =>
        ConnectionMoves.Next(state, move) is not { } next ? "" : next == state ? "=" : $"{next}";
}
