using Archera.Sandbox.Aws.Worlds;
using CsCheck;

namespace Archera.SandboxTests.Worlds;

/// <summary>The rules by which AWS books, as properties of every generated bill.</summary>
public sealed class AccountingTests
{
    private static readonly Gen<(IBill Bill, DateOnly Day)> Days =
        Gen.Select(
            Gen.Int[1, 40], Gen.Int[1, 12], Gen.Int[1, 40], Gen.Int[0, 800],
            (seed, linked, services, offset) =>
                (Bill(seed, linked, services), new DateOnly(2025, 1, 1).AddDays(offset)));

    [Fact]
    public void Each_service_account_and_record_type_has_one_charge_a_day() =>
        Days.Sample(each => each.Bill.Day(each.Day)
            .Select(charge => (charge.Service, charge.LinkedAccount, charge.RecordType)).ShouldBeUnique());

    [Fact]
    public void Negation_takes_the_on_demand_cost_of_covered_usage_back_exactly() =>
        Days.Sample(each =>
        {
            foreach (var cell in each.Bill.Day(each.Day).GroupBy(charge => (charge.Service, charge.LinkedAccount)))
            {
                var covered = cell.Where(charge => charge.RecordType == "SavingsPlanCoveredUsage").ToList();
                var negated = cell.Where(charge => charge.RecordType == "SavingsPlanNegation").ToList();
                negated.Sum(charge => charge.UnblendedCost).ShouldBe(-covered.Sum(charge => charge.UnblendedCost));
                negated.Sum(charge => charge.NetUnblendedCost)
                    .ShouldBe(-covered.Sum(charge => charge.NetUnblendedCost));
                negated.ShouldAllBe(charge => charge.AmortizedCost == 0 && charge.NetAmortizedCost == 0);
                covered.ShouldAllBe(charge => charge.AmortizedCost <= charge.UnblendedCost);
            }
        });

    [Fact]
    public void Reserved_usage_costs_nothing_unblended_and_upfront_fees_nothing_amortized() =>
        Days.Sample(each =>
        {
            foreach (var charge in each.Bill.Day(each.Day))
            {
                if (charge.RecordType == "DiscountedUsage")
                    (charge.UnblendedCost, charge.NetUnblendedCost).ShouldBe((0, 0));
                if (charge.RecordType is "Fee" or "SavingsPlanUpfrontFee")
                    (charge.AmortizedCost, charge.NetAmortizedCost).ShouldBe((0, 0));
            }
        });

    [Fact]
    public void Plain_and_net_sums_of_a_service_agree_because_the_discount_is_a_row() =>
        Days.Sample(each =>
        {
            foreach (var cell in each.Bill.Day(each.Day).GroupBy(charge => (charge.Service, charge.LinkedAccount)))
            {
                cell.Sum(charge => charge.NetUnblendedCost).ShouldBe(cell.Sum(charge => charge.UnblendedCost));
                cell.Sum(charge => charge.NetAmortizedCost).ShouldBe(cell.Sum(charge => charge.AmortizedCost));
            }
        });

    [Fact]
    public void Tax_credits_refunds_and_support_are_neither_amortized_nor_discounted() =>
        Days.Sample(each => each.Bill.Day(each.Day)
            .Where(charge => charge.RecordType is "Tax" or "Credit" or "Refund" or "Support")
            .ShouldAllBe(charge => charge.AmortizedCost == charge.UnblendedCost
                && charge.NetUnblendedCost == charge.UnblendedCost
                && charge.NetAmortizedCost == charge.UnblendedCost));

    [Fact]
    public void Unused_commitment_is_never_negative() =>
        Days.Sample(each => each.Bill.Day(each.Day)
            .Where(charge => charge.RecordType is "RIFee" or "SavingsPlanRecurringFee")
            .ShouldAllBe(charge => charge.AmortizedCost >= 0 && charge.UnblendedCost >= 0));

    [Fact]
    public void A_commitment_paid_wholly_upfront_charges_no_recurring_fee()
    {
        var firsts = Enumerable.Range(0, 12).Select(new DateOnly(2025, 1, 1).AddMonths).ToList();
        var fees = Enumerable.Range(1, 20)
            .SelectMany(seed => Fees(Bill(seed, linked: 1, services: 40), firsts))
            .ToList();

        fees.ShouldContain(fee => fee == 0);
        fees.ShouldAllBe(fee => fee == 0 || fee > 1);
    }

    [Theory]
    [InlineData("Savings Plans for AWS Compute usage", "SavingsPlan")]
    [InlineData("Amazon Relational Database Service", "RI")]
    [InlineData("Amazon ElastiCache", "RI")]
    public void Over_a_whole_term_what_is_paid_and_what_is_spread_agree(string feeService, string kind)
    {
        var terms = 0;
        for (var seed = 1; seed <= 3; seed++)
        {
            var bill = Bill(seed, linked: 6, services: 24);
            if (TermStart(bill, feeService, kind) is not { } start)
                continue;
            terms++;
            var term = Enumerable.Range(0, start.AddYears(1).DayNumber - start.DayNumber)
                .SelectMany(offset => bill.Day(start.AddDays(offset)))
                .Where(charge => IsOf(charge, feeService, kind))
                .ToList();

            term.Sum(charge => charge.UnblendedCost).ShouldBeGreaterThan(0);
            term.Sum(charge => charge.AmortizedCost).ShouldBe(term.Sum(charge => charge.UnblendedCost));
            term.Sum(charge => charge.NetAmortizedCost).ShouldBe(term.Sum(charge => charge.NetUnblendedCost));
        }

        terms.ShouldBeGreaterThan(0);
    }

    private static IEnumerable<decimal> Fees(IBill bill, IReadOnlyList<DateOnly> days) => days
        .SelectMany(bill.Day)
        .Where(charge => charge.RecordType is "RIFee" or "SavingsPlanRecurringFee")
        .Select(charge => charge.UnblendedCost);

    private static bool IsOf(Charge charge, string feeService, string kind) => kind == "RI"
        ? charge.Service == feeService && charge.RecordType is "Fee" or "RIFee" or "DiscountedUsage"
            && charge.Service == feeService
        : charge.Service != "Amazon SageMaker" && charge.RecordType.StartsWith(kind, StringComparison.Ordinal);

    // Only on the day of a purchase a recurring fee stands on another day than the 1st.
    private static DateOnly? TermStart(IBill bill, string feeService, string kind) =>
        Enumerable.Range(0, 366).Select(offset => new DateOnly(2025, 1, 1).AddDays(offset))
            .Where(day => day.Day != 1 && bill.Day(day).Any(charge => charge.Service == feeService
                && charge.RecordType is "RIFee" or "SavingsPlanRecurringFee" && IsOf(charge, feeService, kind)))
            .Cast<DateOnly?>().FirstOrDefault();

    private static IBill Bill(int seed, int linked, int services) => AwsWorld.Generate(new GeneratedWorldOptions
    {
        Payers = 1,
        LinkedPerPayer = linked,
        Services = services,
        Seed = seed,
        FirstDay = new DateOnly(2020, 1, 1),
    }).Organizations[0].Bill;
}
