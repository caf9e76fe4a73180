using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Time;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Costs;

/// <summary>
/// Reads AWS's own totals of days, without grouping and in all four metrics: a month is one request, $0.01.
/// </summary>
public sealed class CostTotals(IOptions<CostReadOptions> options)
{
    /// <summary>What AWS charges for the totals of a month, in US dollars.</summary>
    public static decimal PriceUsd => AwsApi.CostExplorer.PriceUsd;

    /// <summary>Every asked day's total, or a failure and nothing.</summary>
    public async Task<AwsAnswer<IReadOnlyList<CostDayTotal>>> ReadAsync(
        DatePeriod days, IAccountConnection connection, CancellationToken cancellationToken)
    {
        var answer = await CostReader.ReadAsync(days, null, options.Value, connection, cancellationToken);
        if (!answer.Succeeded)
            return answer.Failure;
        return new AwsAnswer<IReadOnlyList<CostDayTotal>>
        {
            Value =
            [
                .. answer.Value.Partitions.SelectMany(partition =>
                    CostTableCodec.Decode(partition.SchemaVersion, partition.Content).Select(row => new CostDayTotal(
                        partition.Day,
                        row.Currency,
                        [row.UnblendedCost, row.AmortizedCost, row.NetUnblendedCost, row.NetAmortizedCost]))),
            ],
            RequestId = answer.RequestId,
        };
    }
}
