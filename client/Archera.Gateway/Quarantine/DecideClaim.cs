using System.ComponentModel.DataAnnotations;
using Archera.Contracts.Quarantine;

namespace Archera.Gateway.Quarantine;

/// <param name="Decision">Transfer: the claimant gets, or keeps, the account. Refuse: it does not.</param>
/// <param name="Reason">Why, in the operator's words: kept with the decision, never shown to a tenant.</param>
public sealed record DecideClaim(
    [property: Required] ClaimDecision Decision,
    [property: Required, MaxLength(QuarantineLimits.MaxReason)] string Reason);
