using Archera.Sandbox.Aws.Truth;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.SandboxTests.Worlds;

public sealed class FocusWorldTests : IDisposable
{
    private readonly FocusFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void The_public_sample_adds_up_to_the_published_sum()
    {
        var sample = Sample();
        Assert.SkipWhen(sample is null, "shared/data/focus is not on this machine");

        var world = AwsWorld.FromFocus([sample!]);

        var payer = world.Organizations[0].PayerAccountId;
        world.FirstChargeDay.ShouldBe(new DateOnly(2024, 9, 1));
        world.LastChargeDay.ShouldBe(new DateOnly(2024, 9, 15));
        var rows = CostTruth.Rows(
            world, payer, world.FirstChargeDay!.Value, new DateOnly(2024, 9, 16), [TruthGrouping.Service],
            "UnblendedCost");
        rows.Sum(row => row.Amount).ToString().ShouldBe("5.17815854160");
        world.Organizations[0].Accounts.ShouldAllBe(account => account.Id.Length == 12);
    }

    [Fact]
    public void Billed_cost_is_unblended_and_effective_cost_is_amortized()
    {
        var world = _files.World(
            FocusFiles.Row("1.10", "1.20"), FocusFiles.Row("0.05", "0.004", start: "2024-09-01T23:59:59Z"));

        world.Organizations[0].Bill.Day(new DateOnly(2024, 9, 1)).ShouldBe(
        [
            new Charge(
                "Amazon Simple Storage Service", "444455556666", "Usage", 1.15m, 1.204m, 1.15m, 1.204m, "USD"),
        ]);
        world.Organizations[0].Bill.Day(new DateOnly(2024, 9, 2)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Usage", "Usage")]
    [InlineData("Purchase", "Fee")]
    [InlineData("Tax", "Tax")]
    [InlineData("Credit", "Credit")]
    [InlineData("Adjustment", "Refund")]
    public void Charge_categories_become_record_types(string category, string recordType) =>
        Only(_files.World(FocusFiles.Row(category: category))).RecordType.ShouldBe(recordType);

    [Theory]
    [InlineData("2024-09-01T23:30:00-02:00", 2)]
    [InlineData("2024-09-01T00:00:00.000Z", 1)]
    [InlineData("2024-09-01", 1)]
    public void A_charge_belongs_to_the_utc_day_on_which_it_starts(string start, int day) =>
        _files.World(FocusFiles.Row(start: start)).FirstChargeDay.ShouldBe(new DateOnly(2024, 9, day));

    [Theory]
    [InlineData("-0.00000000001", "-0.00000000001")]
    [InlineData("1.5E-7", "0.00000015")]
    [InlineData("2e3", "2000")]
    [InlineData("0.1000000000000000000000000000000", "0.1000000000000000000000000000")]
    [InlineData("5.00", "5.00")]
    public void Amounts_are_read_exactly(string text, string amount) =>
        Only(_files.World(FocusFiles.Row(billed: text))).UnblendedCost.ToString().ShouldBe(amount);

    [Fact]
    public void Quotes_commas_and_line_breaks_are_part_of_a_value()
    {
        var world = _files.World(
            FocusFiles.Row(service: "\"Say \"\"cheese\"\",\r\nplease\""),
            FocusFiles.Row(service: "\"\"", account: "NULL"));

        var charges = world.Organizations[0].Bill.Day(new DateOnly(2024, 9, 1));
        charges.Select(charge => charge.Service).ShouldBe(["Say \"cheese\",\r\nplease", "NoService"]);
        charges[1].LinkedAccount.ShouldBe("111122223333");
    }

    [Fact]
    public void Columns_are_found_by_name_and_windows_line_ends_and_gzip_are_read()
    {
        var text = "\uFEFFServiceName,Extra,ProviderName,ChargePeriodStart,ChargeCategory,BillingCurrency,"
            + "BillingAccountId,EffectiveCost,BilledCost\r\n"
            + "AWS Lambda,x,aws,2024-09-01,Usage,EUR,111122223333,2,3\r\n\r\n";

        var charge = Only(AwsWorld.FromFocus([_files.WriteGzip(text)]));

        charge.ShouldBe(new Charge("AWS Lambda", "111122223333", "Usage", 3, 2, 3, 2, "EUR"));
    }

    [Fact]
    public void Region_and_usage_type_come_from_their_columns_and_part_the_rows()
    {
        var header = FocusFiles.Header + ",RegionId,x_UsageType";
        var world = AwsWorld.FromFocus([_files.Write(
            header,
            FocusFiles.Row("1") + ",eu-west-1,EU-Requests-Tier1",
            FocusFiles.Row("2") + ",eu-west-1,EU-Requests-Tier1",
            FocusFiles.Row("4") + ",us-east-1,NULL",
            FocusFiles.Row("8") + ",NULL,NULL")]);

        world.Organizations[0].Bill.Day(new DateOnly(2024, 9, 1))
            .Select(charge => (charge.Region, charge.UsageType, charge.UnblendedCost)).ShouldBe(
            [
                ("eu-west-1", "EU-Requests-Tier1", 3m),
                ("us-east-1", "NoUsageType", 4m),
                ("NoRegion", "NoUsageType", 8m),
            ]);
    }

    [Fact]
    public void Other_ids_become_twelve_digits_that_never_change_and_stay_in_the_name()
    {
        var world = _files.World(FocusFiles.Row(payer: "1234567890123", account: "18938484842"));

        world.Organizations[0].Accounts.Select(account => (account.Id, account.Name)).ShouldBe(
        [
            ("652104540774", "Payer (1234567890123)"),
            ("805850703928", "Sub (18938484842)"),
        ]);
    }

    [Fact]
    public void An_account_that_moved_is_in_the_bills_of_both_payers()
    {
        var before = _files.Write(FocusFiles.Header, FocusFiles.Row());
        var after = _files.Write(FocusFiles.Header, FocusFiles.Row(payer: "777788889999", start: "2024-09-02"));

        var world = AwsWorld.FromFocus([before, after]);

        world.Organizations.Select(organization => organization.Accounts[^1].Id)
            .ShouldBe(["444455556666", "444455556666"]);
        world.Find("777788889999")!.Bill.Day(new DateOnly(2024, 9, 2)).ShouldHaveSingleItem()
            .LinkedAccount.ShouldBe("444455556666");
    }

    private static Charge Only(AwsWorld world) =>
        world.Organizations[0].Bill.Day(world.FirstChargeDay!.Value).ShouldHaveSingleItem();

    private static string? Sample()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", "focus", "aws-2024-09-01-to-15.csv.gz");
            if (File.Exists(file))
                return file;
        }

        return null;
    }
}
