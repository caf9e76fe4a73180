using Archera.Contracts.Accounts;

namespace Archera.Gateway.Quarantine;

/// <param name="ClaimId">The claim that was decided.</param>
/// <param name="Connection">Where it stands now.</param>
public sealed record DecidedResource(string ClaimId, ConnectionState Connection);
