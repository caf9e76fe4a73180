namespace Archera.Sandbox.Aws.Machines.Generated;

/// <summary>What a place in an account is for, and so how its machines live.</summary>
internal enum PlaceKind
{
    /// <summary>Always up, and replaced by a new machine every few weeks.</summary>
    Server,
    /// <summary>As Server, under Windows.</summary>
    WindowsServer,
    /// <summary>Started and stopped by people on working days.</summary>
    Office,
    /// <summary>The member of an Auto Scaling group that is always there, renewed every two weeks.</summary>
    GroupBase,
    /// <summary>The member that is launched each morning and terminated each evening.</summary>
    GroupDay,
    /// <summary>The member for the busy hours of working days.</summary>
    GroupPeak,
    /// <summary>Stopped and started within one hour, once a day.</summary>
    QuickRestart,
    /// <summary>A spot machine for some hours of each night; AWS takes some of them back.</summary>
    Batch,
    /// <summary>As Office, but it shuts itself down, so that AWS does not tell when.</summary>
    SelfStopping,
    /// <summary>As Office, but stopped by another AWS service, so that AWS does not tell when.</summary>
    Workbench,
    /// <summary>There for some weeks, then gone for some.</summary>
    Project,
    /// <summary>Stopped soon after its launch, and never started again.</summary>
    Parked,
}
