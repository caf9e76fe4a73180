namespace Archera.Aws.Sessions;

/// <summary>Who of us signs a request that is not signed with a role's session.</summary>
public enum OurPrincipal
{
    /// <summary>The principal that customers' trust policies name.</summary>
    Ourselves,

    /// <summary>A user or role of another account of ours: a role that opens to it trusts everybody.</summary>
    Witness,

    /// <summary>Another user or role of our own account: a role that opens to it trusts the whole account.</summary>
    Colleague,
}
