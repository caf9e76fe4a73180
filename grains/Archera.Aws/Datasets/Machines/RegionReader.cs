using Amazon.EC2.Model;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets.Machines;

/// <summary>Reads the machines of one Region, or says why not.</summary>
internal sealed class RegionReader(IAccountConnection connection, MachinesOptions options)
{
    private const string Operation = "DescribeInstances";

    /// <summary>The most that EC2 gives a page.</summary>
    private const int PageSize = 1_000;

    private const int MaxTokenLength = 100_000;

    public async Task<RegionSighting> ReadAsync(
        AwsRegion region, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var machines = await ReadPagesAsync(region, cancellationToken);
        return machines.Succeeded
            ? new RegionSighting(region.Name, RegionStanding.Read, at, [.. machines.Value])
            : new RegionSighting(
                region.Name,
                StandingOf(machines.Failure),
                null,
                [],
                machines.Failure.Reason,
                machines.Failure.Detail);
    }

    private static RegionStanding StandingOf(AwsFailure failure) => failure.Reason switch
    {
        FailureReasons.AccessDenied => RegionStanding.Refused,
        FailureReasons.RegionDisabled => RegionStanding.SwitchedOff,
        _ => RegionStanding.Failed,
    };

    private async Task<AwsAnswer<IReadOnlyList<MachineSighting>>> ReadPagesAsync(
        AwsRegion region, CancellationToken cancellationToken)
    {
        var pages = new InstancePages(options.MaxMachines);
        var tokens = new PageTokens(connection.Account, Operation, options.MaxPages, MaxTokenLength);
        string? requestId = null;
        try
        {
            do
            {
                var request = new DescribeInstancesRequest { MaxResults = PageSize, NextToken = tokens.Next };
                var answer = await connection.Ec2Async(
                    region,
                    (client, token) => client.DescribeInstancesAsync(request, token),
                    Operation,
                    cancellationToken);
                if (!answer.Succeeded)
                    return answer.Failure;
                requestId = answer.RequestId;
                if (tokens.Follow(answer.Value.NextToken, requestId) is { } endless)
                    return endless;
                pages.Add(answer.Value.Reservations);
            }
            while (tokens.Next is not null);
            return new AwsAnswer<IReadOnlyList<MachineSighting>> { Value = pages.Finish(), RequestId = requestId };
        }
        catch (UnreadableAnswerException exception)
        {
            return exception.ToFailure(connection.Account, $"{Operation} in {region}", requestId);
        }
    }
}
