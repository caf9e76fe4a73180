using Archera.Sandbox.Aws.Worlds;
using CsCheck;

namespace Archera.SandboxTests.Worlds;

public sealed class GeneratedWorldTests
{
    private static readonly DateOnly Day = new(2026, 11, 1);

    [Fact]
    public void A_day_depends_on_the_seed_and_its_date_alone()
    {
        var options = new GeneratedWorldOptions { Payers = 2, Seed = 5, FirstDay = Day.AddDays(-400) };
        var small = AwsWorld.Generate(options);
        var large = AwsWorld.Generate(options with { Payers = 4, FirstDay = Day.AddDays(-3) });
        large.Organizations[1].Bill.Day(Day.AddDays(9));

        for (var day = Day.AddDays(-3); day < Day.AddDays(3); day = day.AddDays(1))
            large.Organizations[1].Bill.Day(day).ShouldBe(small.Organizations[1].Bill.Day(day));
        large.Organizations[1].Bill.Day(Day.AddDays(-4)).ShouldBeEmpty();
        large.Organizations[1].Accounts.ShouldBe(small.Organizations[1].Accounts);
        large.Organizations[1].Id.ShouldBe(small.Organizations[1].Id);
    }

    [Fact]
    public void Another_seed_is_another_world()
    {
        var first = AwsWorld.Generate(new GeneratedWorldOptions { Seed = 1 }).Organizations[0];
        var second = AwsWorld.Generate(new GeneratedWorldOptions { Seed = 2 }).Organizations[0];

        second.PayerAccountId.ShouldNotBe(first.PayerAccountId);
        second.Bill.Day(Day).Sum(charge => charge.UnblendedCost)
            .ShouldNotBe(first.Bill.Day(Day).Sum(charge => charge.UnblendedCost));
    }

    [Fact]
    public void Figures_of_a_seed_are_the_same_in_every_version()
    {
        var bill = AwsWorld.Generate(new GeneratedWorldOptions { Seed = 1 }).Organizations[0].Bill;

        (bill.Day(Day).Count, bill.Day(Day).Sum(charge => charge.NetAmortizedCost)).ShouldBe((524, 19048.0605878535m));
    }

    [Fact]
    public void Account_ids_are_unique_and_some_begin_with_a_zero()
    {
        Gen.Int.Sample(
            seed =>
            {
                var options = new GeneratedWorldOptions { Payers = 40, LinkedPerPayer = 30, Seed = seed };

                var accounts = AwsWorld.Generate(options).Organizations
                    .SelectMany(organization => organization.Accounts).ToList();

                accounts.Select(account => account.Id).ShouldBeUnique();
                accounts.ShouldAllBe(account => account.Id.Length == 12 && account.Id.All(char.IsAsciiDigit));
                accounts.ShouldContain(account => account.Id.StartsWith('0'));
                accounts.ShouldNotContain(account => account.Id.StartsWith('9'));
            },
            iter: 20);
    }

    [Fact]
    public void Names_are_unique_in_an_organization()
    {
        var world = AwsWorld.Generate(new GeneratedWorldOptions { Payers = 1, LinkedPerPayer = 200 });
        var accounts = world.Organizations[0].Accounts;

        accounts.Select(account => account.Name).ShouldBeUnique();
        accounts.Select(account => account.Email).ShouldBeUnique();
    }

    [Fact]
    public void A_year_holds_every_record_type_zero_amounts_and_amounts_below_a_millionth()
    {
        var bill = Year(new GeneratedWorldOptions { Payers = 5 });

        bill.Select(charge => charge.RecordType).Distinct().Order(StringComparer.Ordinal).ShouldBe(
        [
            "Credit", "DiscountedUsage", "Enterprise Discount Program Discount", "Fee", "RIFee", "Refund",
            "SavingsPlanCoveredUsage", "SavingsPlanNegation", "SavingsPlanRecurringFee", "SavingsPlanUpfrontFee",
            "Support", "Tax", "Usage",
        ]);
        bill.ShouldContain(charge => charge.RecordType == "Usage" && charge.UnblendedCost == 0);
        bill.ShouldContain(charge => charge.UnblendedCost > 0 && charge.UnblendedCost < 0.000001m);
        bill.ShouldContain(charge => charge.UnblendedCost < 0 && charge.UnblendedCost > -0.000001m);
        bill.ShouldAllBe(charge => charge.UnblendedCost.Scale <= 10 && charge.AmortizedCost.Scale <= 10);
        bill.ShouldAllBe(charge => charge.NetUnblendedCost.Scale <= 10 && charge.NetAmortizedCost.Scale <= 10);
    }

    [Fact]
    public void Usage_has_a_region_and_a_usage_type_and_tax_and_credits_have_neither()
    {
        var bill = Year(new GeneratedWorldOptions { Payers = 3 });

        var nowhere = bill.Where(charge => charge.RecordType is "Tax" or "Credit" or "Refund" or "Support").ToList();
        nowhere.ShouldNotBeEmpty();
        nowhere.ShouldAllBe(charge => charge.Region == "NoRegion" && charge.UsageType == "NoUsageType");
        var usage = bill.Where(charge => charge.RecordType == "Usage").ToList();
        usage.ShouldAllBe(charge => charge.Region != "NoRegion" && charge.UsageType != "NoUsageType");
        usage.ShouldContain(charge => charge.Region == "us-east-1" && charge.UsageType == "BoxUsage:m5.large");
        usage.ShouldContain(charge => charge.Region == "eu-central-1" && charge.UsageType == "EUC1-BoxUsage:m5.large");
        usage.Where(charge => charge.Service == "Amazon Route 53").ShouldAllBe(charge => charge.Region == "global");
    }

    [Fact]
    public void Some_accounts_do_not_use_some_services_unless_the_world_is_dense()
    {
        var options = new GeneratedWorldOptions { Payers = 1, LinkedPerPayer = 10, Services = 20 };

        Usage(options).ShouldBeLessThan(200);
        Usage(options with { Dense = true }).ShouldBe(200);

        static int Usage(GeneratedWorldOptions options) =>
            AwsWorld.Generate(options).Organizations[0].Bill.Day(Day).Count(charge => charge.RecordType == "Usage");
    }

    [Theory]
    [InlineData(0, 1, 1, "Payers")]
    [InlineData(2001, 1, 1, "Payers")]
    [InlineData(1, 0, 1, "LinkedPerPayer")]
    [InlineData(1, 1001, 1, "LinkedPerPayer")]
    [InlineData(1, 1, 0, "Services")]
    [InlineData(1, 1, 63, "Services")]
    [InlineData(2000, 1000, 10, "Payers x LinkedPerPayer x Services is 20000000")]
    public void A_size_out_of_bounds_is_refused_by_name(int payers, int linked, int services, string problem) =>
        Should.Throw<ArgumentException>(() => AwsWorld.Generate(
            new GeneratedWorldOptions { Payers = payers, LinkedPerPayer = linked, Services = services }))
            .Message.ShouldContain(problem);

    [Fact]
    public void A_payer_of_two_organizations_is_refused()
    {
        var world = AwsWorld.Generate(new GeneratedWorldOptions { Payers = 1 });

        Should.Throw<ArgumentException>(() => new AwsWorld([.. world.Organizations, .. world.Organizations]))
            .Message.ShouldContain("is in the world twice");
    }

    private static List<Charge> Year(GeneratedWorldOptions options) =>
    [
        .. AwsWorld.Generate(options).Organizations.SelectMany(organization =>
            Enumerable.Range(0, 365).SelectMany(offset => organization.Bill.Day(Day.AddDays(-offset)))),
    ];
}
