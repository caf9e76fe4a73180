namespace Archera.Contracts.Events;

public static class TenantEventLimits
{
    /// <summary>Events kept per tenant: years of ordinary life, and a record that is still read in one go.</summary>
    public const int MaxKept = 1_000;

    /// <summary>Events in one answer.</summary>
    public const int MaxListed = 200;
}
