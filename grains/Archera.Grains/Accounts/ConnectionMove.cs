namespace Archera.Grains.Accounts;

/// <summary>What can happen to a claim's connection.</summary>
public enum ConnectionMove
{
    /// <summary>A verification begins.</summary>
    Begin,

    /// <summary>The role passed the ladder, and no other tenant uses the account.</summary>
    Pass,

    /// <summary>The role passed the ladder, but the account, or its payer account, is another tenant's.</summary>
    PassInUse,

    /// <summary>A verification failed for something that the customer has to mend.</summary>
    Refuse,

    /// <summary>The role opens without its external id, or to a stranger.</summary>
    Open,

    /// <summary>The role in use does not open to us any more, and nothing shows that the fault is ours.</summary>
    Close,

    /// <summary>A verification ended without having found anything out.</summary>
    FindNothing,

    /// <summary>The operator decides for a claim on an account that another tenant uses.</summary>
    Transfer,

    /// <summary>The operator has handed the account to another tenant.</summary>
    Displace,

    /// <summary>The operator decides against a claim on an account that another tenant uses.</summary>
    Dismiss,

    /// <summary>The tenant takes the account away.</summary>
    Leave,
}
