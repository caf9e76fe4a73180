namespace Archera.Contracts.Permissions;

/// <summary>In which accounts' roles an action is granted.</summary>
public enum PermissionScope
{
    /// <summary>In the payer account only.</summary>
    Payer,

    /// <summary>In the payer account, in its linked accounts, and in a linked account connected alone.</summary>
    EveryAccount,
}
