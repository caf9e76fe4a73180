using Archera.Aws.Calls;
using Archera.Contracts.Identity;

namespace Archera.Aws.Sessions;

/// <summary>The Region in which each API of a partition is called and signed for.</summary>
internal static class AwsRegions
{
    /// <returns>None where the partition does not offer the API.</returns>
    public static string? Of(AwsApi api, AwsPartition partition)
    {
        if (partition == AwsPartition.Aws)
            return "us-east-1";
        if (partition == AwsPartition.AwsCn)
            return api == AwsApi.Sts ? "cn-north-1" : "cn-northwest-1";
        return api == AwsApi.CostExplorer || api == AwsApi.SavingsPlans ? null : "us-gov-west-1";
    }
}
