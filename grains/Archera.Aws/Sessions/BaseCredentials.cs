using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Archera.Contracts.Identity;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Sessions;

/// <summary>
/// Our own credentials, a profile for each principal of ours in a partition. A refused or unreadable profile is read
/// again, so that a renewed file is noticed.
/// </summary>
internal sealed class BaseCredentials(IOptions<AwsOptions> options)
{
    private readonly ConcurrentDictionary<(AwsPartition, OurPrincipal), AWSCredentials> _known = new();

    public AWSCredentials? Find(AwsPartition partition, OurPrincipal principal)
    {
        if (_known.TryGetValue((partition, principal), out var known))
            return known;
        if (!options.Value.Partitions.TryGetValue(partition.Name, out var configured)
            || configured.ProfileOf(principal) is not { } profile)
            return null;
        return Read(profile) is { } found ? _known.GetOrAdd((partition, principal), found) : null;
    }

    public void Forget(AwsPartition partition, OurPrincipal principal) =>
        _known.TryRemove((partition, principal), out _);

    private AWSCredentials? Read(string profile)
    {
        try
        {
            var chain = new CredentialProfileStoreChain(options.Value.ProfilesLocation);
            return chain.TryGetAWSCredentials(profile, out var found) ? found : null;
        }
        catch (Exception)
        {
            // Not passed on: the SDK quotes the line that it can't read, and that line may be a key.
            return null;
        }
    }
}
