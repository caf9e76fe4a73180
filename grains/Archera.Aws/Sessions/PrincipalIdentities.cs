using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Archera.Aws.Calls;
using Archera.Contracts.Identity;

namespace Archera.Aws.Sessions;

/// <summary>Who our principals are, as AWS says. Each is asked once; renewed credentials are another's.</summary>
internal sealed class PrincipalIdentities(BaseCredentials credentials)
{
    private readonly ConditionalWeakTable<AWSCredentials, CallerIdentity> _known = [];

    public async Task<AwsAnswer<CallerIdentity>> FindAsync(
        OurPrincipal principal, AwsPartition partition, VendorSts sts, CancellationToken cancellationToken)
    {
        var signed = credentials.Find(partition, principal);
        if (signed is not null && _known.TryGetValue(signed, out var known))
            return new AwsAnswer<CallerIdentity> { Value = known };
        var answer = await sts.IdentifyAsync(principal, cancellationToken);
        if (answer.Succeeded && signed is not null)
            _known.AddOrUpdate(signed, answer.Value);
        return answer;
    }
}
