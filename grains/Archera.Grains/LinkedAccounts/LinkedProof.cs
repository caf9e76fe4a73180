using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;

namespace Archera.Grains.LinkedAccounts;

/// <summary>A role that refused everybody but us when it was tried last.</summary>
/// <param name="At">When, by the billing clock.</param>
[GenerateSerializer, Immutable, Alias("archera.state.LinkedProof")]
public sealed record LinkedProof(
    [property: Id(0)] RoleArn Role,
    [property: Id(1)] ExternalId ExternalId,
    [property: Id(2)] DateTimeOffset At)
{
    public bool IsOf(LinkedAccess access) => Role == access.Role && ExternalId == access.ExternalId;
}
