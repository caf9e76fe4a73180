namespace Archera.Contracts.Accounts;

[GenerateSerializer, Alias("archera.ConnectionMode")]
public enum ConnectionMode
{
    /// <summary>The management account of an organization.</summary>
    Payer,

    /// <summary>A linked account connected alone.</summary>
    SubAccount,
}
