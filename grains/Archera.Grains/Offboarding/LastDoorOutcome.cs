namespace Archera.Grains.Offboarding;

/// <summary>What came of trying the role a last time.</summary>
[GenerateSerializer, Alias("archera.state.LastDoorOutcome")]
public enum LastDoorOutcome
{
    /// <summary>No role is stored.</summary>
    NotTried,

    StillOpen,
    Refused,

    /// <summary>It could not be found out.</summary>
    Unknown,
}
