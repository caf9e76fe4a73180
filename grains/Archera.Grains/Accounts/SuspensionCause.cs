namespace Archera.Grains.Accounts;

/// <summary>Why a connected account is not read for now.</summary>
[GenerateSerializer, Alias("archera.state.SuspensionCause")]
public enum SuspensionCause
{
    /// <summary>Its role opens without the external id, or to a stranger.</summary>
    OpenToOthers,

    /// <summary>Its role does not open to us: gone, another trust policy, another external id.</summary>
    ClosedToUs,
}
