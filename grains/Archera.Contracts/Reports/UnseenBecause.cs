namespace Archera.Contracts.Reports;

/// <summary>Why the machines of a Region were not read. Values are stored: they never change.</summary>
[GenerateSerializer, Alias("archera.UnseenBecause")]
public enum UnseenBecause
{
    /// <summary>The account has not opted in: nothing can run there.</summary>
    NotOptedIn = 0,

    /// <summary>The account was in the Region and has switched it off: what runs there goes on.</summary>
    SwitchedOff = 1,

    /// <summary>The role, or a policy of the organization, does not allow it there.</summary>
    Refused = 2,

    /// <summary>AWS did not answer.</summary>
    Failed = 3,
}
