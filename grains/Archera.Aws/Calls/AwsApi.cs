using Archera.Aws.Http;

namespace Archera.Aws.Calls;

/// <summary>One of the APIs that are called: its name, how it speaks, and what AWS charges for an answer.</summary>
internal sealed record AwsApi(string Service, WireProtocol Protocol, decimal PriceUsd)
{
    public static readonly AwsApi CostExplorer = new("CostExplorer", WireProtocol.Json, 0.01m);
    public static readonly AwsApi Organizations = new("Organizations", WireProtocol.Json, 0);
    public static readonly AwsApi Sts = new("STS", WireProtocol.Query, 0);
}
