using Archera.Aws.Datasets.Commitments;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;
using CsCheck;

namespace Archera.UnitTests.Commitments;

public sealed class CommitmentCodecTests
{
    private static readonly DateOnly Day = new(2026, 2, 28);

    private static readonly Gen<decimal?> Figure =
        Gen.Select(Gen.Bool, Gen.Decimal, (has, value) => has ? value : (decimal?)null);

    private static readonly Gen<CommitmentFigures> Figures = Gen.Select(
        Figure, Figure, Figure, Figure, Figure,
        (one, two, three, four, five) =>
            new CommitmentFigures(one, two, three, four, five, one, two, three, four, five, one));

    [Fact]
    public void Gives_back_exactly_what_it_was_given() => Figures.Sample(figures =>
    {
        var day = new CommitmentDay([Line("B", figures), Line("A", figures)], [Item("b"), Item("a")]);

        var read = CommitmentCodec.Decode(Day, CommitmentCodec.SchemaVersion, CommitmentCodec.Encode(day));

        read.Lines.ShouldBe([Line("A", figures), Line("B", figures)]);
        read.Items.ShouldBe([Item("a"), Item("b")]);
    });

    [Fact]
    public void The_same_figures_in_another_order_are_the_same_bytes()
    {
        var figures = CommitmentFigures.None with { Commitment = 1.50m };

        CommitmentCodec.Encode(new CommitmentDay([Line("A", figures), Line("B", figures)], [Item("a"), Item("b")]))
            .ShouldBe(CommitmentCodec.Encode(
                new CommitmentDay([Line("B", figures), Line("A", figures)], [Item("b"), Item("a")])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"Lines\":[{\"Kind\":\"Promises\",\"Figures\":[]}],\"Items\":[]}")]
    [InlineData("{\"Lines\":[{\"Kind\":\"SavingsPlans\",\"Figures\":[\"1\"]}],\"Items\":[]}")]
    public void Damage_is_named(string content) => Should.Throw<InvalidDataException>(() =>
        CommitmentCodec.Decode(Day, CommitmentCodec.SchemaVersion, System.Text.Encoding.UTF8.GetBytes(content)));

    private static CommitmentLine Line(string service, CommitmentFigures figures) =>
        new(Day, CommitmentKind.Reservations, service, "USD", figures);

    private static CommitmentItem Item(string id) => new(
        CommitmentKind.SavingsPlans, id, AwsAccountId.Parse("111122223333"), "", "Compute", "Any", "active",
        "No Upfront", new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 12, 31, 23, 59, 59, TimeSpan.Zero), 1.5m, null,
        0, 1.5m, "USD");
}
