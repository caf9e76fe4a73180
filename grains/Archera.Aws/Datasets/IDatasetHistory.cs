using Archera.Aws.Calls;
using Archera.Aws.Sessions;

namespace Archera.Aws.Datasets;

/// <summary>The past of a dataset, read page by page at a price.</summary>
public interface IDatasetHistory
{
    /// <summary>What AWS charges for a page, in US dollars.</summary>
    decimal PagePriceUsd { get; }

    /// <summary>
    /// Reads days in their order. Each page gives the days that are whole with it, which may be none; a failure is the
    /// last that is given. It may end before the last day, as <see cref="DatasetReading"/> says.
    /// </summary>
    IAsyncEnumerable<AwsAnswer<DatasetReading>> ReadPagesAsync(
        PlannedRead read, IAccountConnection connection, CancellationToken cancellationToken);
}
