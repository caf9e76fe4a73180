using Amazon.SecurityToken.Model;
using Archera.Aws.Calls;
using Archera.Contracts.Identity;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Sessions;

/// <summary>
/// Hears a witness only if its refusals can mean something: AWS says that it is another principal of the right account,
/// and a role of an account not its own that trusts it has just opened to it, in the form that roles are tried in.
/// </summary>
internal sealed class WitnessStand(
    IOptions<AwsOptions> options, PrincipalIdentities identities, PrincipalAlarm alarm)
{
    /// <returns>Null where no such witness is configured.</returns>
    public async Task<AwsAnswer<CallerIdentity>?> CallAsync(
        OurPrincipal witness,
        PayerAccountKey account,
        VendorSts sts,
        Func<string, AssumeRoleRequest> control,
        CancellationToken cancellationToken)
    {
        if (!options.Value.Partitions.TryGetValue(account.Partition.Name, out var partition)
            || partition.ProfileOf(witness) is null)
            return null;
        var controlRole = partition.ControlRoleOf(witness)!;
        var ours = await identities.FindAsync(OurPrincipal.Ourselves, account.Partition, sts, cancellationToken);
        var its = await identities.FindAsync(witness, account.Partition, sts, cancellationToken);
        if (!ours.Succeeded || !its.Succeeded)
            return ours.Failure ?? its.Failure!;
        if (WhyUnfit(witness, ours.Value, its.Value, RoleArn.Parse(controlRole)) is { } why)
            return Unfit(witness, account, "UnfitWitness", why);
        var opened = await sts.AssumeAsync(() => control(controlRole), witness, cancellationToken);
        if (opened.Succeeded)
            return its;
        return opened.Failure.Reason == FailureReasons.AccessDenied
            ? Unfit(witness, account, "SilentWitness", $"AWS refuses it {controlRole}, which must open to it")
            : opened.Failure;
    }

    private static string? WhyUnfit(OurPrincipal witness, CallerIdentity ours, CallerIdentity its, RoleArn controlRole)
    {
        if (its.Principal == ours.Principal)
            return "it is the principal that roles are meant to open to";
        if ((its.Account == ours.Account) != (witness == OurPrincipal.Colleague))
            return witness == OurPrincipal.Colleague ? "it is not of our own account" : "it is of our own account";
        return controlRole.AccountId.Value == its.Account
            ? "its control role is in its own account, which says nothing about the roles of others"
            : null;
    }

    private AwsFailure Unfit(OurPrincipal witness, PayerAccountKey account, string code, string why)
    {
        var unfit = new AwsFailure(
            FailureReasons.VendorCredentials,
            FaultOf.Vendor,
            CanRetry: true,
            code,
            $"Account {account}: the witness of {witness.ProfileOption(account.Partition)} proves nothing: {why}. "
            + "The operator has to correct it.");
        alarm.Raise(witness, account.Partition, unfit);
        return unfit;
    }
}
