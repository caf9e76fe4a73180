namespace Archera.Sandbox.Aws.Machines;

/// <summary>Who ended a time that a machine was up. It decides how much AWS tells of the moment.</summary>
public enum StopCause
{
    /// <summary>Nobody yet.</summary>
    None,
    /// <summary>An API call, also one of Auto Scaling: AWS tells the moment.</summary>
    User,
    /// <summary>AWS itself, as it takes back a spot machine: AWS tells the moment.</summary>
    Service,
    /// <summary>A shutdown from inside the machine: AWS tells neither the moment nor a transition.</summary>
    Guest,
    /// <summary>Another AWS service on the user's behalf: AWS tells that, and no moment.</summary>
    Delegate,
}
