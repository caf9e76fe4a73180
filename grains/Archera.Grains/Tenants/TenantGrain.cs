using Archera.Contracts;
using Archera.Contracts.Identity;
using Archera.Contracts.Tenants;
using Archera.Grains.Storage;
using Orleans.Storage;

namespace Archera.Grains.Tenants;

/// <summary>One tenant: its name, its API keys and the payer accounts it has claimed.</summary>
public sealed class TenantGrain([FromKeyedServices("Default")] IGrainStorage storage, IGrainContext context)
    : Grain, ITenantGrain
{
    private readonly StoredRecord<TenantState> _tenant = new("tenant", context.GrainId, storage);

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _tenant.ReadAsync();

    public async Task<TenantProfile> CreateAsync(
        string name, DateTimeOffset createdAt, CancellationToken cancellationToken)
    {
        var created = await _tenant.UpdateAsync(tenant => tenant.Profile is not null
            ? tenant
            : tenant with
            {
                Profile = new TenantProfile(TenantId.Parse(this.GetPrimaryKeyString()), name, createdAt, [], []),
            });
        return created.Profile!;
    }

    public Task<TenantProfile?> GetAsync(CancellationToken cancellationToken) =>
        Task.FromResult(_tenant.Current.Profile);

    public Task<Answer<TenantProfile>> AddKeyAsync(string keyId, CancellationToken cancellationToken) =>
        ChangeAsync(profile => profile.KeyIds.Contains(keyId) ? profile
            : profile.KeyIds.Length >= TenantLimits.MaxKeys
                ? TooMany(TenantLimits.MaxKeys, "API keys; revoke one first")
            : profile with { KeyIds = profile.KeyIds.Add(keyId) });

    public Task<Answer<TenantProfile>> RemoveKeyAsync(string keyId, CancellationToken cancellationToken) =>
        ChangeAsync(profile => profile with { KeyIds = profile.KeyIds.Remove(keyId) });

    public Task<Answer<TenantProfile>> AddPayerAccountAsync(
        PayerAccountKey payerAccount, CancellationToken cancellationToken) =>
        ChangeAsync(profile => profile.PayerAccounts.Contains(payerAccount) ? profile
            : profile.PayerAccounts.Length >= TenantLimits.MaxPayerAccounts
                ? TooMany(TenantLimits.MaxPayerAccounts, "payer accounts")
            : profile with { PayerAccounts = profile.PayerAccounts.Add(payerAccount) });

    public Task<Answer<TenantProfile>> RemovePayerAccountAsync(
        PayerAccountKey payerAccount, CancellationToken cancellationToken) =>
        ChangeAsync(profile => profile with { PayerAccounts = profile.PayerAccounts.Remove(payerAccount) });

    private static Refusal TooMany(int limit, string what) =>
        new(RefusalCodes.TooMany, $"A tenant has at most {limit} {what}.");

    private async Task<Answer<TenantProfile>> ChangeAsync(Func<TenantProfile, Answer<TenantProfile>> change)
    {
        if (_tenant.Current.Profile is not { } profile)
            return new Refusal(RefusalCodes.NotFound, "There is no such tenant.");
        var answer = change(profile);
        if (answer.IsGranted && answer.Value != profile)
            await _tenant.UpdateAsync(tenant => tenant with { Profile = answer.Value });
        return answer;
    }
}
