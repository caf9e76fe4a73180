using System.Collections.Immutable;
using Amazon.EC2.Model;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets;

/// <summary>Every Region that AWS has, by name, and whether the account is in it.</summary>
internal sealed record ListedRegions(ImmutableArray<(AwsRegion Region, bool IsIn)> All)
{
    private const string Operation = "DescribeRegions";
    private const string NotOptedIn = "not-opted-in";

    public static async Task<AwsAnswer<ListedRegions>> ReadAsync(
        IAccountConnection connection, CancellationToken cancellationToken)
    {
        var listed = await connection.Ec2Async(
            AwsRegion.Parse(AwsRegions.Of(AwsApi.Ec2, connection.Account.Partition)!),
            (client, token) => client.DescribeRegionsAsync(new DescribeRegionsRequest { AllRegions = true }, token),
            Operation,
            cancellationToken);
        if (!listed.Succeeded)
            return listed.Failure;
        try
        {
            return new AwsAnswer<ListedRegions> { Value = Of(listed.Value), RequestId = listed.RequestId };
        }
        catch (UnreadableAnswerException exception)
        {
            return exception.ToFailure(connection.Account, Operation, listed.RequestId);
        }
    }

    /// <exception cref="UnreadableAnswerException">A Region can't be read, or none is listed.</exception>
    private static ListedRegions Of(DescribeRegionsResponse response)
    {
        var regions = new SortedDictionary<string, (AwsRegion, bool)>(StringComparer.Ordinal);
        foreach (var listed in response.Regions ?? [])
        {
            if (!AwsRegion.TryParse(listed.RegionName, out var region))
                throw new UnreadableAnswerException("a Region has no name that can be one");
            if (!regions.TryAdd(region.Name, (region, listed.OptInStatus != NotOptedIn)))
                throw new UnreadableAnswerException($"Region {region} came twice");
        }

        return regions.Count > 0
            ? new ListedRegions([.. regions.Values])
            : throw new UnreadableAnswerException("it lists no Region at all");
    }
}
