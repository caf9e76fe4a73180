namespace Archera.Contracts.Permissions;

/// <summary>In which accounts' roles an action is granted.</summary>
public enum PermissionScope
{
    /// <summary>In the payer account only.</summary>
    Payer,

    /// <summary>
    /// In the account that is connected: a payer account, or a linked account alone. Not in a payer's linked accounts:
    /// what AWS answers the payer holds theirs.
    /// </summary>
    ConnectedAccount,

    /// <summary>In the account that is connected, and in the linked accounts of a payer account.</summary>
    EveryAccount,
}
