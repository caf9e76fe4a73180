using System.Collections.Immutable;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Quarantine;

/// <summary>
/// The claims that wait for an operator's decision, and the decisions of the past. One grain, key <see cref="Key"/>.
/// The accounts themselves know whether a claim may be decided; this is their list.
/// </summary>
[Alias("archera.IQuarantineGrain")]
public interface IQuarantineGrain : IGrainWithStringKey
{
    const string Key = "quarantine";

    /// <summary>Lists an open claim. A repeat with the same time changes nothing.</summary>
    [Alias("Open")]
    Task OpenAsync(QuarantinedClaim claim, CancellationToken cancellationToken);

    /// <summary>Ends the open entry of the claim; without one nothing changes.</summary>
    /// <param name="note">Null: nobody decided, the claim needs no decision any more.</param>
    [Alias("End")]
    Task EndAsync(
        ClaimId claim,
        QuarantineState state,
        DateTimeOffset at,
        DecisionNote? note,
        CancellationToken cancellationToken);

    /// <summary>Open claims first, oldest first; then ended ones, newest first.</summary>
    [Alias("List")]
    Task<ImmutableArray<QuarantinedClaim>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Drops every entry of a claim whose tenant has taken the account away.</summary>
    [Alias("Forget")]
    Task ForgetAsync(ClaimId claim, CancellationToken cancellationToken);
}
