namespace Archera.Aws.Calls;

/// <summary>Whose fault a failure is.</summary>
public enum FaultOf
{
    /// <summary>The customer's role, policy, or account settings.</summary>
    Customer,

    /// <summary>Our own credentials, code, or configuration.</summary>
    Vendor,

    Aws,

    /// <summary>What answered was not AWS, or nothing answered.</summary>
    Network,
}
