using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.CostExplorer;

internal static class CostExplorerErrors
{
    internal static readonly AwsError DataUnavailable = new(
        400,
        "DataUnavailableException",
        "Data is not available. Please try to adjust the time period. If just enabled Cost Explorer, data might not "
        + "be ingested yet",
        CapitalMessage: true);
}
