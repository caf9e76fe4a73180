using Archera.Aws.Costs;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Grains.Reports;

namespace Archera.UnitTests.Grains;

public sealed class WatchedAccountsTests
{
    private static readonly AwsAccountId Watched = AwsAccountId.Parse("444455556666");
    private static readonly DateOnly Day = new(2026, 3, 4);

    [Theory]
    [InlineData(CostDimension.Service, CostDimension.LinkedAccount, "Service", "444455556666", true)]
    [InlineData(CostDimension.LinkedAccount, CostDimension.Service, "444455556666", "Service", true)]
    [InlineData(CostDimension.Service, CostDimension.LinkedAccount, "444455556666", "111122223333", false)]
    public void Are_found_where_the_dataset_keeps_linked_accounts(
        CostDimension first, CostDimension second, string key1, string key2, bool found)
    {
        var accounts = new WatchedAccounts([Watched, Watched], [first, second]);

        accounts.Add(Day, Table(key1, key2, amount: 0));

        accounts.Billed().Select(billed => (billed.LinkedAccount, billed.Days.Single()))
            .ShouldBe(found ? [(Watched, Day)] : []);
    }

    [Fact]
    public void Are_found_whatever_the_filters_keep()
    {
        CostDimension[] dimensions = [CostDimension.Service, CostDimension.LinkedAccount];
        var query = new CostReportQuery(
            Rows.Partition.Dataset,
            default,
            CostGranularity.Daily,
            CostMetric.UnblendedCost,
            [],
            [new CostFilter(CostDimension.LinkedAccount, [])],
            null,
            [Watched]);
        var accounts = new WatchedAccounts(query.Watched, dimensions);
        var grouping = new CostGrouping(query, dimensions);
        var table = Table("Service", Watched.Value, amount: 12);

        accounts.Add(Day, table);
        grouping.Add(Day, table, estimated: false);

        grouping.Rows().ShouldBeEmpty();
        accounts.Billed().ShouldHaveSingleItem();
    }

    private static CostTable Table(string key1, string key2, decimal amount) => CostTableCodec.Read(
        CostTableCodec.SchemaVersion,
        CostTableCodec.Encode([new CostTableRow(key1, key2, amount, amount, amount, amount, "USD")]));
}
