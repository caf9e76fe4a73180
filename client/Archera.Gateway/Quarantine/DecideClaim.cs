using System.ComponentModel.DataAnnotations;
using Archera.Contracts.Quarantine;

namespace Archera.Gateway.Quarantine;

/// <param name="Decision">Transfer gives the account to the claimant; Refuse changes nothing for who uses it.</param>
/// <param name="Reason">Why, in the operator's words: kept with the decision, never shown to a tenant.</param>
public sealed record DecideClaim(
    [property: Required] ClaimDecision Decision,
    [property: Required, MaxLength(QuarantineLimits.MaxReason)] string Reason);
