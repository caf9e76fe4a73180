using System.Collections.Concurrent;
using Amazon.SecurityToken.Model;
using Archera.Aws.Calls;
using Archera.Contracts.Identity;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Sessions;

/// <summary>
/// Tells a role that refuses us from a fault of our own. STS answers the same whether the role is shut or gone, or our
/// principal may open no roles at all: so a role of ours in another account must open to us, in the form of a session,
/// after the refusal and before that counts as the role's.
/// </summary>
internal sealed class OurStanding(
    IOptions<AwsOptions> options, PrincipalIdentities identities, PrincipalAlarm alarm, TimeProvider time)
{
    /// <summary>
    /// How long a fault of ours is taken to last, from when it was found: nobody is blamed meanwhile, and a thousand
    /// accounts refused at once are judged by one request. That we may open roles is never taken to last: it counts for
    /// the refusals before it.
    /// </summary>
    public static readonly TimeSpan FaultHolds = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<AwsPartition, Control> _controls = new();

    /// <returns>
    /// The refusal, with words for what it proves; or, where it proves nothing, why, as a failure that is nobody's
    /// role's.
    /// </returns>
    public async Task<AwsFailure> JudgeAsync(
        AwsFailure refusal,
        PayerAccountKey account,
        VendorSts sts,
        Func<string, AssumeRoleRequest> form,
        CancellationToken cancellationToken)
    {
        if (!options.Value.Partitions.TryGetValue(account.Partition.Name, out var partition)
            || partition.ControlRole is not { } role)
        {
            return refusal with
            {
                Detail = $"{refusal.Detail} AWS answers the same if we may open no roles at all, and there is no "
                    + "control role here to tell the two apart: if the role is right, ask the operator.",
            };
        }

        var refusedAt = time.GetTimestamp();
        var control = _controls.GetOrAdd(account.Partition, _ => new Control());
        await control.Turn.WaitAsync(cancellationToken);
        try
        {
            if (!Counts(control.Outcome, refusedAt))
                control.Outcome = await AskAsync(RoleArn.Parse(role), account, sts, form, cancellationToken);
            return control.Outcome!.Fault?.About(account) ?? refusal with
            {
                Detail = $"{refusal.Detail} It is this role: one of our own opens to us in the same form.",
            };
        }
        finally
        {
            control.Turn.Release();
        }
    }

    private bool Counts(Outcome? outcome, long refusedAt) => outcome is { } known && (known.Fault is null
        ? known.BegunAt >= refusedAt
        : time.GetElapsedTime(known.EndedAt) < FaultHolds);

    private async Task<Outcome> AskAsync(
        RoleArn role,
        PayerAccountKey account,
        VendorSts sts,
        Func<string, AssumeRoleRequest> form,
        CancellationToken cancellationToken)
    {
        var begunAt = time.GetTimestamp();
        var fault = await FindFaultAsync(role, account, sts, form, cancellationToken);
        if (fault is { IsOurs: true })
            alarm.Raise(OurPrincipal.Ourselves, account.Partition, fault.About(account));
        return new Outcome(begunAt, time.GetTimestamp(), fault);
    }

    private async Task<ControlFault?> FindFaultAsync(
        RoleArn role,
        PayerAccountKey account,
        VendorSts sts,
        Func<string, AssumeRoleRequest> form,
        CancellationToken cancellationToken)
    {
        var ours = await identities.FindAsync(
            OurPrincipal.Ourselves, account.Partition, sts, cancellationToken);
        if (!ours.Succeeded)
            return ControlFault.Of(ours.Failure);
        if (ours.Value.Account == role.AccountId.Value)
            return ControlFault.Ours(ControlFault.Unfit);
        var opened = await sts.AssumeAsync(() => form(role.Value), OurPrincipal.Ourselves, cancellationToken);
        return opened.Succeeded ? null : ControlFault.Of(opened.Failure);
    }

    /// <summary>
    /// That we may open roles counts from the request's begin: a refusal since then is not proven by it. A fault counts
    /// from its end: a request that AWS throttles for minutes must hold for those who waited.
    /// </summary>
    private sealed record Outcome(long BegunAt, long EndedAt, ControlFault? Fault);

    /// <summary>One asks at a time; those who waited see whether its answer holds for them too.</summary>
    private sealed class Control
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Outcome? Outcome { get; set; }
    }
}
