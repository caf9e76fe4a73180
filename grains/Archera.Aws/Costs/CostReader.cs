using System.Runtime.CompilerServices;
using Archera.Aws.Calls;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;
using Archera.Contracts.Time;

namespace Archera.Aws.Costs;

/// <summary>Reads days by two dimensions, or their totals: all pages at once, or page by page.</summary>
internal static class CostReader
{
    public static async Task<AwsAnswer<DatasetReading>> ReadAsync(
        DatePeriod days,
        (string First, string Second)? dimensions,
        CostReadOptions options,
        IAccountConnection connection,
        CancellationToken cancellationToken)
    {
        var series = new CostSeries(days, dimensions, options, connection);
        do
        {
            if (await series.ReadAsync(cancellationToken) is { } failure)
                return failure;
        }
        while (series.HasMore);
        return series.Take();
    }

    /// <summary>Each page's whole days; a failure is the last that is given.</summary>
    public static async IAsyncEnumerable<AwsAnswer<DatasetReading>> ReadPagesAsync(
        DatePeriod days,
        (string First, string Second) dimensions,
        CostReadOptions options,
        IAccountConnection connection,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var series = new CostSeries(days, dimensions, options, connection);
        do
        {
            var failure = await series.ReadAsync(cancellationToken);
            var page = failure is null ? series.Take() : failure;
            yield return page;
            if (!page.Succeeded)
                yield break;
        }
        while (series.HasMore);
    }
}
