using Archera.Aws.Calls;
using Archera.Aws.Sessions;

namespace Archera.Aws.Datasets;

/// <summary>
/// The cheapest request that shows whether a role allows what a dataset reads. Datasets that have the same probe are
/// told by one request.
/// </summary>
public interface IDatasetProbe
{
    /// <summary>The request in words, such as <c>GetCostAndUsage for one day</c>.</summary>
    string Request { get; }

    /// <summary>What AWS charges the account for an answer, in US dollars; a refused request costs nothing.</summary>
    decimal PriceUsd { get; }

    /// <param name="today">By the billing clock.</param>
    Task<AwsAnswer<ProbeAnswer>> AskAsync(
        DateOnly today, IAccountConnection connection, CancellationToken cancellationToken);
}
