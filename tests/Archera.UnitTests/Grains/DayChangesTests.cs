using Archera.Aws.Costs;
using Archera.Contracts.Reports;
using Archera.Grains.Reports;
using CsCheck;

namespace Archera.UnitTests.Grains;

public sealed class DayChangesTests
{
    private const CostMetric Metric = CostMetric.UnblendedCost;

    [Fact]
    public void Lead_from_one_revision_to_the_other() =>
        Gen.Select(Rows.Content, Rows.Content).Sample((before, after) =>
        {
            var expected = Amounts(after);

            var changes = DayChanges.Between(Table(before), Table(after), Metric).ToArray();

            var led = Amounts(before);
            foreach (var change in changes)
            {
                change.From.ShouldNotBe(change.To);
                led.GetValueOrNull(change.Key).ShouldBe(change.From);
                if (change.To is { } amount)
                    led[change.Key] = amount;
                else
                    led.Remove(change.Key);
            }

            led.OrderBy(amount => amount.Key).ShouldBe(expected.OrderBy(amount => amount.Key));
        });

    [Fact]
    public void Of_a_day_that_was_not_there_are_all_its_rows()
    {
        var row = DayChanges.Between(null, Table(Rows.Costing(7)), Metric).ShouldHaveSingleItem();

        (row.From, row.To).ShouldBe((null, 7m));
    }

    [Fact]
    public void Into_another_currency_are_told_from_usage()
    {
        var euro = Row("Amazon EC2", "111122223333", 9) with { Currency = "EUR" };
        var before = Table(Row("Amazon EC2", "111122223333", 10), Row("Amazon S3", "111122223333", 1));
        var after = Table(euro, Row("Amazon S3", "111122223333", 2));

        var rows = DayChanges.Between(before, after, Metric).ToArray();

        rows.Length.ShouldBe(3);
        DayChanges.Converted(rows).ShouldBe([("Amazon EC2", "111122223333")]);
    }

    [Fact]
    public void Are_dated_when_the_figure_last_changed() => Rows.Content.Array[2, 8].Sample(contents =>
    {
        var record = contents.Select((content, i) => Rows.Read(i + 1, content)).Aggregate(
            new DayRecord(), (day, read) => RevisionMerge.Merge(day, read, read.ReadAt, Rows.Kept).Next);
        var from = RevisionMerge.At(record, Rows.At(1).AddMinutes(1))!;
        var to = RevisionMerge.At(record, null)!;
        var rows = DayChanges.Between(Table(contents[0]), Table(contents[^1]), Metric).ToArray();
        if (from.Number == to.Number)
            return;

        var times = new ChangeTimes(record, from, to, rows, Metric);

        foreach (var row in rows)
            times.Of(row).ShouldBe(Rows.At(LastChange(contents, row) + 1));
    });

    [Theory]
    [InlineData("Usage", ChangeCauses.LateUsage)]
    [InlineData("SavingsPlanCoveredUsage", ChangeCauses.LateUsage)]
    [InlineData("Credit", ChangeCauses.Credit)]
    [InlineData("Refund", ChangeCauses.Refund)]
    [InlineData("RIFee", ChangeCauses.Fee)]
    [InlineData("Tax", ChangeCauses.Tax)]
    [InlineData("Enterprise Discount Program Discount", ChangeCauses.None)]
    [InlineData("A type that AWS adds tomorrow", ChangeCauses.Other)]
    public void Have_the_cause_that_their_record_type_names(string recordType, ChangeCauses cause) =>
        ChangeCauseRule.Of(recordType).ShouldBe(cause);

    [Fact]
    public void Have_the_causes_of_their_own_linked_account()
    {
        CostDimension[] byType = [CostDimension.RecordType, CostDimension.LinkedAccount];
        CostDimension[] byService = [CostDimension.Service, CostDimension.LinkedAccount];
        var before = Table(Row("Usage", "111122223333", 5), Row("Usage", "444455556666", 5));
        var after = Table(
            Row("Usage", "111122223333", 5),
            Row("Credit", "111122223333", -1),
            Row("Usage", "444455556666", 6),
            Row("Tax", "444455556666", 1));

        var causes = new DayCauses(before, after, Metric, byType);

        Of("Amazon EC2", "111122223333", byService).ShouldBe(ChangeCauses.Credit);
        Of("Amazon EC2", "444455556666", byService).ShouldBe(ChangeCauses.LateUsage | ChangeCauses.Tax);
        Of("Amazon EC2", "777788889999", byService).ShouldBe(ChangeCauses.None);
        Of("Tax", "444455556666", byType).ShouldBe(ChangeCauses.Tax);

        ChangeCauses Of(string key1, string key2, CostDimension[] dimensions) =>
            causes.Of(new ChangedRow(key1, key2, "USD", 1, 2), dimensions);
    }

    private static int LastChange(byte[][] contents, ChangedRow row)
    {
        var amounts = contents.Select(content => Amounts(content).GetValueOrNull(row.Key)).ToArray();
        return Enumerable.Range(1, amounts.Length - 1).Last(i => amounts[i] != amounts[i - 1]);
    }

    private static Dictionary<(string, string, string), decimal> Amounts(byte[] content) =>
        CostTableCodec.Decode(CostTableCodec.SchemaVersion, content)
            .ToDictionary(row => (row.Key1, row.Key2, row.Currency), row => row.UnblendedCost);

    private static CostTable Table(byte[] content) => CostTableCodec.Read(CostTableCodec.SchemaVersion, content);

    private static CostTable Table(params CostTableRow[] rows) => Table(CostTableCodec.Encode(rows));

    private static CostTableRow Row(string key1, string key2, decimal amount) =>
        new(key1, key2, amount, amount, amount, amount, "USD");
}

file static class Found
{
    public static decimal? GetValueOrNull<TKey>(this Dictionary<TKey, decimal> values, TKey key)
        where TKey : notnull => values.TryGetValue(key, out var value) ? value : null;
}
