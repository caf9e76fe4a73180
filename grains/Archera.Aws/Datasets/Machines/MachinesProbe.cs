using Amazon.EC2.Model;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets.Machines;

/// <summary>A dry run, free at AWS: it tells whether the call is allowed, and reads nothing.</summary>
internal sealed class MachinesProbe : IDatasetProbe
{
    public static readonly MachinesProbe Instance = new();

    private const string Operation = "DescribeInstances";

    /// <summary>What EC2 answers to a dry run that would have been allowed.</summary>
    private const string Allowed = "DryRunOperation";

    public string Request => $"{Operation} as a dry run";

    public decimal PriceUsd => AwsApi.Ec2.PriceUsd;

    public async Task<AwsAnswer<ProbeAnswer>> AskAsync(
        DateOnly today, IAccountConnection connection, CancellationToken cancellationToken)
    {
        var answer = await connection.Ec2Async(
            AwsRegion.Parse(AwsRegions.Of(AwsApi.Ec2, connection.Account.Partition)!),
            (client, token) => client.DescribeInstancesAsync(new DescribeInstancesRequest { DryRun = true }, token),
            Operation,
            cancellationToken);
        return answer.Succeeded || answer.Failure.Code == Allowed
            ? new AwsAnswer<ProbeAnswer> { Value = new ProbeAnswer(), RequestId = answer.RequestId }
            : answer.Failure;
    }
}
