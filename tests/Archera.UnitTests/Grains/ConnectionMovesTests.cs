using Archera.Contracts.Accounts;
using Archera.Grains.Accounts;
using static Archera.Contracts.Accounts.ConnectionState;

namespace Archera.UnitTests.Grains;

public sealed class ConnectionMovesTests
{
    private static readonly ConnectionState[] States = Enum.GetValues<ConnectionState>();
    private static readonly ConnectionMove[] Moves = Enum.GetValues<ConnectionMove>();

    [Fact]
    public void Nothing_leaves_Offboarded()
    {
        var left = Moves.Select(move => ConnectionMoves.Next(Offboarded, move)).OfType<ConnectionState>();

        left.ShouldAllBe(state => state == Offboarded);
    }

    [Fact]
    public void Only_a_passed_ladder_or_an_operator_connects()
    {
        var connecting = Moves.Where(move => States.Any(
            from => from != Connected && ConnectionMoves.Next(from, move) == Connected));

        connecting.ShouldBe([ConnectionMove.Pass, ConnectionMove.Transfer]);
    }

    [Fact]
    public void No_move_gives_up_a_connection_but_a_payer_in_use_a_drifted_role_a_decision_or_its_tenant()
    {
        var ending = Moves.Where(move => ConnectionMoves.Next(Connected, move) is { } next && next != Connected);

        ending.ShouldBe([
            ConnectionMove.PassInUse,
            ConnectionMove.Open,
            ConnectionMove.Close,
            ConnectionMove.Displace,
            ConnectionMove.Leave,
        ]);
    }

    [Fact]
    public void Every_state_is_reached_from_Issued()
    {
        var reached = new HashSet<ConnectionState> { Issued };
        foreach (var _ in States)
            reached.UnionWith([.. reached.SelectMany(_ => Moves, ConnectionMoves.Next).OfType<ConnectionState>()]);

        reached.Order().ShouldBe(States);
    }

    [Fact]
    public void Every_move_that_cannot_be_made_is_refused_with_a_code_and_words()
    {
        var illegal =
            from state in States
            from move in Moves
            where ConnectionMoves.Next(state, move) is null
            select ConnectionMoves.Refusal(state, move);

        illegal.ShouldAllBe(refusal => refusal.Code.Length > 0 && refusal.Message.Length > 0);
        illegal.ShouldNotBeEmpty();
    }

    [Fact]
    public void Is_drawn_in_the_documentation() =>
        Snapshot.Match("docs/connection-states.md", ConnectionStatesPage.Render());

    [Theory]
    [InlineData(Issued, ConnectionMove.Begin, Verifying)]
    [InlineData(Verifying, ConnectionMove.FindNothing, Issued)]
    [InlineData(Verifying, ConnectionMove.Refuse, Refused)]
    [InlineData(Refused, ConnectionMove.Begin, Refused)]
    [InlineData(Refused, ConnectionMove.FindNothing, Refused)]
    [InlineData(Refused, ConnectionMove.Pass, Connected)]
    [InlineData(Refused, ConnectionMove.PassInUse, Quarantined)]
    [InlineData(Verifying, ConnectionMove.PassInUse, Quarantined)]
    [InlineData(Connected, ConnectionMove.PassInUse, Quarantined)]
    [InlineData(Connected, ConnectionMove.Refuse, Connected)]
    [InlineData(Connected, ConnectionMove.Open, Suspended)]
    [InlineData(Connected, ConnectionMove.Close, Suspended)]
    [InlineData(Suspended, ConnectionMove.Pass, Connected)]
    [InlineData(Quarantined, ConnectionMove.Transfer, Connected)]
    [InlineData(Quarantined, ConnectionMove.Dismiss, Refused)]
    [InlineData(Suspended, ConnectionMove.Displace, Refused)]
    public void Leads_where_the_drawing_says(ConnectionState from, ConnectionMove move, ConnectionState to) =>
        ConnectionMoves.Next(from, move).ShouldBe(to);
}
