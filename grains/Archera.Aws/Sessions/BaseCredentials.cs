using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Archera.Contracts.Identity;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Sessions;

/// <summary>
/// Our own credentials, one profile a partition. A refused profile is read again, so that a renewed file is noticed.
/// </summary>
internal sealed class BaseCredentials(IOptions<AwsOptions> options)
{
    private readonly ConcurrentDictionary<AwsPartition, AWSCredentials> _known = new();

    public AWSCredentials? Find(AwsPartition partition)
    {
        if (_known.TryGetValue(partition, out var known))
            return known;
        if (!options.Value.Partitions.TryGetValue(partition.Name, out var configured))
            return null;
        var chain = new CredentialProfileStoreChain(options.Value.ProfilesLocation);
        return chain.TryGetAWSCredentials(configured.Profile, out var found) ? _known.GetOrAdd(partition, found) : null;
    }

    public void Forget(AwsPartition partition) => _known.TryRemove(partition, out _);
}
