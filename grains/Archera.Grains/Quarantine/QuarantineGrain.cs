using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Quarantine;
using Archera.Grains.Storage;
using Orleans.Storage;

namespace Archera.Grains.Quarantine;

/// <summary>Keeps the operator's list of quarantined claims.</summary>
public sealed class QuarantineGrain([FromKeyedServices("Default")] IGrainStorage storage, IGrainContext context)
    : Grain, IQuarantineGrain
{
    private readonly StoredRecord<QuarantineBook> _book = new("quarantine", context.GrainId, storage);

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _book.ReadAsync();

    public Task OpenAsync(QuarantinedClaim claim, CancellationToken cancellationToken) =>
        _book.UpdateAsync(book => book.With(claim) ?? throw new InvalidOperationException(
            $"The list of quarantined claims is full ({QuarantineLimits.MaxOpen}): decide some of them."));

    public Task EndAsync(
        ClaimId claim,
        QuarantineState state,
        DateTimeOffset at,
        DecisionNote? note,
        CancellationToken cancellationToken) =>
        _book.UpdateAsync(book => book.End(claim, state, at, note));

    public Task<ImmutableArray<QuarantinedClaim>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<QuarantinedClaim>>([.. _book.Current.Open, .. _book.Current.Ended]);

    public Task ForgetAsync(ClaimId claim, CancellationToken cancellationToken) =>
        _book.UpdateAsync(book => book.Forget(claim));
}
