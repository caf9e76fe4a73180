using System.Globalization;
using Archera.Sandbox.Aws.Truth;
using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.Options;
using Archera.Sandbox.PublicApi;

namespace Archera.Sandbox.Comparison;

/// <summary>Reads every cost dataset and metric of a payer through the public API and compares cell by cell.</summary>
internal sealed class CostComparison(AwsWorld world)
{
    /// <summary>The API answers up to 100,000 rows; a question asks for days that can't hold more.</summary>
    private const int RowsPerQuestion = 50_000;

    internal async Task<ComparisonResult> CompareAsync(
        ApiClient api, Organization organization, HistoryWindow window, CancellationToken cancellationToken)
    {
        var result = ComparisonResult.Nothing;
        foreach (var (start, end) in Questions(organization.Bill, window))
        {
            var days = 0;
            foreach (var dataset in ComparedDataset.All)
            {
                var truth = Truth(organization, start, end, dataset);
                var (product, received) = await ProductAsync(api, organization, start, end, dataset, cancellationToken);
                var stored = product.Keys.Select(cell => (cell.Day, cell.Key, cell.SecondKey)).Distinct().Count();
                days = Math.Max(days, received);
                result = result.Plus(ComparisonResult.Of(
                    dataset.Name,
                    CellComparison.Between($"aws:{organization.PayerAccountId}", truth, product),
                    stored));
            }

            result = result with { Days = result.Days + days };
        }

        return result;
    }

    private Dictionary<CostCell, decimal> Truth(
        Organization organization, DateOnly start, DateOnly end, ComparedDataset dataset) =>
        CostTruth.Rows(world, organization.PayerAccountId, start, end, dataset.Truth).ToDictionary(
            row => new CostCell(row.Day, row.Keys[0], row.Keys[1], row.Metric, row.Currency), row => row.Amount);

    private static async Task<(Dictionary<CostCell, decimal> Cells, int DaysReceived)> ProductAsync(
        ApiClient api,
        Organization organization,
        DateOnly start,
        DateOnly end,
        ComparedDataset dataset,
        CancellationToken cancellationToken)
    {
        var cells = new Dictionary<CostCell, decimal>();
        var days = 0;
        foreach (var metric in CostTruth.Metrics)
        {
            var question = new CostsQuestion(start, end)
            {
                Metric = metric,
                GroupBy = dataset.GroupBy,
                PayerAccount = $"aws:{organization.PayerAccountId}",
            };
            var answer = await api.GetCostsAsync(question, cancellationToken);
            days = answer.Completeness.DaysReceived;
            foreach (var row in answer.Rows)
            {
                cells.Add(
                    new CostCell(row.Period, row.Keys[0], row.Keys[1], metric, row.Currency),
                    decimal.Parse(
                        row.Amount,
                        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                        CultureInfo.InvariantCulture));
            }
        }

        return (cells, days);
    }

    private static IEnumerable<(DateOnly Start, DateOnly End)> Questions(IBill bill, HistoryWindow window)
    {
        for (var start = window.FirstDay; start < window.Today;)
        {
            var rows = bill.Day(start).Count;
            var end = start.AddDays(1);
            var last = start.AddDays(History.MaximumDays);
            while (end < window.Today && end < last && (rows += bill.Day(end).Count) <= RowsPerQuestion)
                end = end.AddDays(1);
            yield return (start, end);
            start = end;
        }
    }
}
