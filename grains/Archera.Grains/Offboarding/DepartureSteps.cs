using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Commitments;
using Archera.Contracts.Events;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Offboarding;
using Archera.Contracts.Quarantine;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Grains.Accounts;
using Archera.Grains.Custody;
using Archera.Grains.LinkedAccounts;

namespace Archera.Grains.Offboarding;

/// <summary>
/// Does one step of an offboarding. Each may be done again after a crash: what it finds is counted before anything is
/// deleted, and it ends only when what it is for is so.
/// </summary>
public sealed class DepartureSteps(
    TenantId tenant, Receipts receipts, IGrainFactory grains, DepartureServices services)
{
    /// <summary>A record that is written while others are deleted is deleted in the next round.</summary>
    private const int DeletingRounds = 3;

    /// <returns>The departure as it is after the step.</returns>
    public Task<Departure> RunAsync(Departure departure, CancellationToken cancellationToken) => departure.Next switch
    {
        DepartureStep.Leave => LeaveAsync(departure, cancellationToken),
        DepartureStep.TryRole => TryRoleAsync(departure, cancellationToken),
        DepartureStep.Erase => EraseAsync(departure, cancellationToken),
        DepartureStep.Count => CountAsync(departure, cancellationToken),
        DepartureStep.Delete => DeleteAsync(departure, cancellationToken),
        DepartureStep.Delist => DelistAsync(departure, cancellationToken),
        DepartureStep.Forget => ForgetAsync(departure, cancellationToken),
        DepartureStep.Scrub => ScrubAsync(departure, cancellationToken),
        DepartureStep.Sign => SignAsync(departure, cancellationToken),
        _ => Task.FromResult(departure),
    };

    private async Task<Departure> LeaveAsync(Departure departure, CancellationToken cancellationToken)
    {
        var claim = await Account(departure).LeaveAsync(tenant, cancellationToken)
            ?? new DepartingClaim(IsOwner: false, null, [], ConnectionMode.Payer, []);
        if (claim.IsOwner)
            await LeaveLinkedAsync(departure, claim.Linked, cancellationToken);
        return departure.Advance() with { Claim = claim };
    }

    private async Task<Departure> TryRoleAsync(Departure departure, CancellationToken cancellationToken)
    {
        var claim = departure.Claim!;
        var (door, calls) = await services.LastDoor.RunAsync(
            departure.PayerAccount, claim, claim.Role, cancellationToken);
        var (otherDoor, otherCalls) = await services.LastDoor.RunAsync(
            departure.PayerAccount, claim, claim.OtherRole, cancellationToken);
        return departure.Advance() with
        {
            // The record of an offboarding stays, sealed under a key that stays: no secret outlasts its last use there.
            Claim = claim with { Role = null, OtherRole = null, ExternalIds = [] },
            Door = door,
            OtherDoor = claim.OtherRole is null ? null : otherDoor,
            AwsCalls = departure.AwsCalls + calls + otherCalls,
        };
    }

    private async Task<Departure> EraseAsync(Departure departure, CancellationToken cancellationToken)
    {
        await Account(departure).EraseAsync(tenant, cancellationToken);
        var left = await services.Keys.ListAsync(departure.PayerAccount, cancellationToken);
        if (left.Intersect(departure.Claim!.DataKeys, StringComparer.Ordinal).FirstOrDefault() is { } key)
            throw new InvalidOperationException($"Data key {key} was to be destroyed and is still there.");
        return departure.Advance();
    }

    private async Task<Departure> CountAsync(Departure departure, CancellationToken cancellationToken)
    {
        var records = await ReadRecordsAsync(departure, cancellationToken);
        foreach (var key in records.Select(record => record.GrainKey).Distinct())
            await ForgetReportAsync(departure, key, cancellationToken);
        return departure.Advance() with
        {
            Deleted = records.GroupBy(record => record.Kind)
                .ToImmutableSortedDictionary(kind => kind.Key, kind => kind.Count(), StringComparer.Ordinal),
        };
    }

    private async Task<Departure> DeleteAsync(Departure departure, CancellationToken cancellationToken)
    {
        for (var round = 0; round < DeletingRounds; round++)
        {
            var records = await ReadRecordsAsync(departure, cancellationToken);
            if (records.Count == 0)
                return departure.Advance() with { Remaining = records.Count };
            await services.Census.DeleteAsync(records, cancellationToken);
        }

        throw new InvalidOperationException("Records of the account are still being written.");
    }

    private async Task<Departure> DelistAsync(Departure departure, CancellationToken cancellationToken)
    {
        await grains.GetGrain<ITenantGrain>(tenant.Value)
            .RemovePayerAccountAsync(departure.PayerAccount, cancellationToken);
        return departure.Advance();
    }

    private async Task<Departure> ForgetAsync(Departure departure, CancellationToken cancellationToken)
    {
        await Account(departure).ForgetAsync(tenant, cancellationToken);
        await grains.GetGrain<ITenantEventsGrain>(tenant.Value).ForgetAsync(departure.PayerAccount, cancellationToken);
        await grains.GetGrain<IQuarantineGrain>(IQuarantineGrain.Key)
            .ForgetAsync(new ClaimId(departure.PayerAccount, tenant), cancellationToken);
        return departure.Advance();
    }

    private async Task<Departure> ScrubAsync(Departure departure, CancellationToken cancellationToken)
    {
        await services.Census.ScrubAsync(cancellationToken);
        return departure.Advance();
    }

    private async Task<Departure> SignAsync(Departure departure, CancellationToken cancellationToken)
    {
        var endedAt = services.Time.GetUtcNow();
        var payload = ReceiptPayload.Write(tenant, departure, endedAt);
        var signature = await services.Signer.SignAsync(payload, cancellationToken);
        await receipts.KeepAsync(
            new SignedReceipt(departure.ReceiptId, payload, signature.Signature, signature.KeyId));
        return departure.End(endedAt);
    }

    /// <summary>
    /// All but the account's own record: it may hold other tenants' claims, and its grain forgets ours.
    /// </summary>
    private async Task<IReadOnlyList<CountedRecord>> ReadRecordsAsync(
        Departure departure, CancellationToken cancellationToken)
    {
        var records = await services.Census.ListAsync(departure.PayerAccount, cancellationToken);
        return [.. records.Where(record => record.Name != PayerAccountState.RecordName)];
    }

    /// <summary>Those on its list, and those that were and left something.</summary>
    private async Task LeaveLinkedAsync(
        Departure departure, ImmutableArray<AwsAccountId> listed, CancellationToken cancellationToken)
    {
        var records = await ReadRecordsAsync(departure, cancellationToken);
        var keys = records.Where(record => record.Name == LinkedAccountState.RecordName)
            .Select(record => record.GrainKey)
            .Union(listed.Select(linked => new AccountKey(departure.PayerAccount, linked).ToString()));
        foreach (var key in keys)
            await grains.GetGrain<ILinkedAccountGrain>(key).LeaveAsync(cancellationToken);
    }

    private Task ForgetReportAsync(Departure departure, string grainKey, CancellationToken cancellationToken)
    {
        var path = grainKey.Split('/');
        return path[0] != departure.PayerAccount.ToString() ? Task.CompletedTask : path.Length switch
        {
            2 when AwsAccountId.TryParse(path[1], out _) => Task.CompletedTask,
            2 => Task.WhenAll(
                grains.GetGrain<ICostReportGrain>(grainKey).ForgetAsync(cancellationToken),
                grains.GetGrain<ICommitmentReportGrain>(grainKey).ForgetAsync(cancellationToken)),
            3 => grains.GetGrain<IUtilizationReportGrain>(grainKey).ForgetAsync(cancellationToken),
            _ => Task.CompletedTask,
        };
    }

    private IDepartingAccountGrain Account(Departure departure) =>
        grains.GetGrain<IDepartingAccountGrain>(departure.PayerAccount.ToString());
}
