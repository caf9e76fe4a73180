namespace Archera.Aws.Datasets.Machines;

/// <summary>
/// What is known of an account's machines in a Region. None but <see cref="Read"/> means that there are none.
/// </summary>
public enum RegionStanding
{
    /// <summary>Its machines were read, if any.</summary>
    Read,

    /// <summary>The account has not opted in: nothing can run there.</summary>
    NotOptedIn,

    /// <summary>AWS lists it as enabled and does not take the session there: switched off since, or just on.</summary>
    SwitchedOff,

    /// <summary>The role, or a policy of the organization, does not allow it there.</summary>
    Refused,

    /// <summary>AWS did not answer.</summary>
    Failed,
}
