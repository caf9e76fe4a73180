namespace Archera.Grains.Onboarding;

/// <summary>What one try at the role showed.</summary>
public enum DoorFinding
{
    Refused,
    Opened,

    /// <summary>A throttle, our own credentials, a Region that is off: it says nothing about the role.</summary>
    NothingFoundOut,
}
