using Archera.Contracts;
using Archera.Contracts.Reports;
using Archera.Grains.Reports;
using Archera.Grains.Tenants;
using CsCheck;

namespace Archera.UnitTests.Grains;

public sealed class ExactSumTests
{
    private const decimal Tiny = 0.0000000000000000000000000001m;

    [Fact]
    public void Is_the_sum_to_the_last_digit_or_an_error() =>
        Gen.Select(Gen.Decimal, Gen.Decimal).Sample((left, right) =>
        {
            try
            {
                var sum = ExactSum.Add(left, right);
                (sum - left).ShouldBe(right);
                (sum - right).ShouldBe(left);
            }
            catch (OverflowException)
            {
                // Refused instead of rounded.
            }
        });

    [Fact]
    public void Keeps_the_longer_scale() => ExactSum.Add(1.50m, 1.5m).ToString().ShouldBe("3.00");

    [Theory]
    [InlineData("12.5", true)]
    [InlineData("0", false)]
    public void Is_refused_by_name_over_accounts_when_it_would_be_rounded(string other, bool isRefused)
    {
        var merge = new CostMerge([]);
        merge.Add(Answer(Tiny));

        merge.Add(Answer(decimal.Parse(other, System.Globalization.CultureInfo.InvariantCulture)));

        var report = merge.ToReport(new Completeness(null, 0, 0, 0, 0, []), []);
        report.Refusal?.Code.ShouldBe(RefusalCodes.InexactSum);
        report.IsGranted.ShouldBe(!isRefused);
    }

    [Fact]
    public void Of_an_account_that_could_not_give_its_own_is_refused_by_name()
    {
        var merge = new CostMerge([]);

        merge.Add(Answer(1) with { Rows = [], IsInexact = true });

        merge.ToReport(new Completeness(null, 0, 0, 0, 0, []), []).Refusal!.Code.ShouldBe(RefusalCodes.InexactSum);
    }

    private static AccountAnswer Answer(decimal amount) => new(
        Rows.Partition.PayerAccount, default, [], [], [], null)
    {
        Rows = [new CostRow(Rows.Partition.Day, [], amount, "USD", false)],
    };
}
