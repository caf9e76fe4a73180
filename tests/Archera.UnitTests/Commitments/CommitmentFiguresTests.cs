using Archera.Contracts.Commitments;
using CsCheck;

namespace Archera.UnitTests.Commitments;

public sealed class CommitmentFiguresTests
{
    private static readonly Gen<decimal?> Figure = Gen.Select(
        Gen.Int[0, 4], Gen.Int[0, 1_000_000], (kind, value) => kind == 0 ? null : (decimal?)(value / 1_000m));

    private static readonly Gen<CommitmentFigures> Plans = Gen.Select(
        Gen.Int[0, 1_000_000], Gen.Int[0, 10_000], Figure, Figure,
        (committed, share, covered, onDemand) => CommitmentFigures.None with
        {
            Commitment = committed / 100m,
            UsedCommitment = committed / 100m * share / 10_000m,
            UnusedCommitment = (committed / 100m) - (committed / 100m * share / 10_000m),
            CoveredCost = covered,
            OnDemandCost = onDemand,
        });

    [Fact]
    public void Percentages_of_several_days_are_ratios_of_sums() => Plans.List[1, 8].Sample(days =>
    {
        var sum = days.Aggregate(CommitmentFigures.None, (all, day) => all + day);
        var (used, committed) = (days.Sum(day => day.UsedCommitment), days.Sum(day => day.Commitment));
        sum.UtilizationPercent.ShouldBe(committed > 0 ? decimal.Round(100 * used!.Value / committed.Value, 10) : null);
        var covered = days.Sum(day => day.CoveredCost ?? 0);
        var all = covered + days.Sum(day => day.OnDemandCost ?? 0);
        var isTold = days.Any(day => day.CoveredCost is not null);
        sum.CoveragePercent.ShouldBe(isTold && all > 0 ? decimal.Round(100 * covered / all, 10) : null);
    });

    [Fact]
    public void A_sum_does_not_depend_on_how_it_is_cut() => Gen.Select(Plans, Plans, Plans).Sample((one, two, three) =>
        ((one + two) + three).ShouldBe(one + (two + three)));

    [Fact]
    public void A_busy_day_counts_for_more_than_a_quiet_one()
    {
        var busy = CommitmentFigures.None with { Commitment = 900, UsedCommitment = 900, UnusedCommitment = 0 };
        var quiet = CommitmentFigures.None with { Commitment = 100, UsedCommitment = 0, UnusedCommitment = 100 };

        (busy + quiet).UtilizationPercent.ShouldBe(90); // The average of the percentages would be 50.
    }

    [Fact]
    public void What_is_not_told_is_not_zero()
    {
        var sum = CommitmentFigures.None + (CommitmentFigures.None with { OnDemandCost = 5 });

        (sum.Commitment, sum.UtilizationPercent, sum.CoveragePercent, sum.NetSavings)
            .ShouldBe((null, null, null, null));
        (sum + (CommitmentFigures.None with { CoveredCost = 0 })).CoveragePercent.ShouldBe(0);
    }

    [Fact]
    public void Reservations_are_measured_in_hours()
    {
        var figures = CommitmentFigures.None with
        {
            Commitment = 10,
            UsedCommitment = 9,
            PurchasedHours = 240,
            UsedHours = 60,
            CoveredHours = 60,
            OnDemandHours = 20,
            OnDemandCost = 1_000,
        };

        (figures.UtilizationPercent, figures.CoveragePercent).ShouldBe((25m, 75m));
    }

    [Fact]
    public void A_sum_that_would_be_rounded_is_refused()
    {
        var (large, fine) = (
            CommitmentFigures.None with { Commitment = 79_228_162_514_264m },
            CommitmentFigures.None with { Commitment = 0.0000000000000001m });

        Should.Throw<OverflowException>(() => large + fine);
    }
}
