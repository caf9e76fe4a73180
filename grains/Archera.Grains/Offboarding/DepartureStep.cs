namespace Archera.Grains.Offboarding;

/// <summary>The steps of an offboarding, in order; a departure's record says which one is next.</summary>
[GenerateSerializer, Alias("archera.state.DepartureStep")]
public enum DepartureStep
{
    /// <summary>The account stops working for the tenant.</summary>
    Leave,

    /// <summary>The roles are tried a last time; then the offboarding itself forgets the external ids.</summary>
    TryRole,

    /// <summary>
    /// The account forgets what was read, and its data keys are destroyed: no late message opens any more.
    /// </summary>
    Erase,

    /// <summary>Reports forget what they hold in memory, and the stored records are counted.</summary>
    Count,

    /// <summary>The stored records are deleted until none is left.</summary>
    Delete,

    /// <summary>The tenant's list loses the account.</summary>
    Delist,

    /// <summary>The claim goes, what was told of it, and the account's own record with the last claim.</summary>
    Forget,

    /// <summary>What the storage's files still hold of deleted records is overwritten.</summary>
    Scrub,

    /// <summary>The receipt is signed and stored.</summary>
    Sign,

    Done,
}
