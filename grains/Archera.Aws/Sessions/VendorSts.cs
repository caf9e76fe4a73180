using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Archera.Aws.Calls;
using Archera.Contracts.Identity;

namespace Archera.Aws.Sessions;

/// <summary>
/// STS for one account, signed with credentials of our own. The operator is told where these are refused.
/// </summary>
internal sealed class VendorSts(
    PayerAccountKey account, AwsClients clients, CallPipeline pipeline, PrincipalAlarm alarm, TimeProvider time)
{
    public static AwsCall AssumeRole(PayerAccountKey account, OurPrincipal by) =>
        new(account, AwsApi.Sts, "AssumeRole", by);

    public Task<AwsAnswer<AssumeRoleResponse>> AssumeAsync(
        Func<AssumeRoleRequest> request, OurPrincipal by, CancellationToken cancellationToken) => SendAsync(
            AssumeRole(account, by), by, (sts, token) => sts.AssumeRoleAsync(request(), token), cancellationToken);

    /// <summary>Who AWS says the principal is.</summary>
    public async Task<AwsAnswer<CallerIdentity>> IdentifyAsync(OurPrincipal by, CancellationToken cancellationToken)
    {
        var call = new AwsCall(account, AwsApi.Sts, "GetCallerIdentity", by);
        var answer = await SendAsync(
            call,
            by,
            (sts, token) => sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), token),
            cancellationToken);
        return CallerIdentity.Of(call, answer);
    }

    private async Task<AwsAnswer<T>> SendAsync<T>(
        AwsCall call,
        OurPrincipal by,
        Func<IAmazonSecurityTokenService, CancellationToken, Task<T>> request,
        CancellationToken cancellationToken)
        where T : AmazonWebServiceResponse
    {
        if (clients.FindOurs(account.Partition, by) is not { } ours)
        {
            var missing = NoProfile(by);
            alarm.Raise(by, account.Partition, missing);
            return missing;
        }

        using var sts = ours;
        var answer = await pipeline.ExecuteAsync(
            call, new CallProgress(time.GetUtcNow()), token => request(sts, token), cancellationToken);
        if (answer.Failure is not { Reason: FailureReasons.VendorCredentials } refused)
            return answer;
        clients.ForgetOurs(account.Partition, by);
        alarm.Raise(by, account.Partition, refused);
        return answer;
    }

    private AwsFailure NoProfile(OurPrincipal by) => new(
        FailureReasons.VendorCredentials,
        FaultOf.Vendor,
        CanRetry: true,
        "NoProfile",
        $"Account {account}: there are no credentials of ours for partition {account.Partition}."
        + $" Set {by.ProfileOption(account.Partition)} to a profile that exists and can be read.");
}
