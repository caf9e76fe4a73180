using Amazon.SecurityToken.Model;
using Archera.Aws.Calls;
using Archera.Contracts.Identity;

namespace Archera.Aws.Sessions;

/// <summary>AssumeRole for one account, signed with our own credentials.</summary>
internal sealed class VendorSts(PayerAccountKey account, AwsClients clients, CallPipeline pipeline, TimeProvider time)
{
    public AwsCall Call { get; } = new(account, AwsApi.Sts, "AssumeRole", ByVendor: true);

    public async Task<AwsAnswer<AssumeRoleResponse>> AssumeAsync(
        Func<AssumeRoleRequest> request, CancellationToken cancellationToken)
    {
        if (clients.FindVendor(account.Partition) is not { } vendor)
            return NoProfile();
        using var sts = vendor;
        var answer = await pipeline.ExecuteAsync(
            Call,
            new CallProgress(time.GetUtcNow()),
            token => sts.AssumeRoleAsync(request(), token),
            cancellationToken);
        if (answer.Failure?.Reason == FailureReasons.VendorCredentials)
            clients.ForgetVendor(account.Partition);
        return answer;
    }

    private AwsFailure NoProfile() => new(
        FailureReasons.VendorCredentials,
        FaultOf.Vendor,
        CanRetry: true,
        "NoProfile",
        $"Account {account}: there are no credentials of ours for partition {account.Partition}."
        + $" Set Aws:Partitions:{account.Partition}:Profile to a profile that exists and can be read.");
}
