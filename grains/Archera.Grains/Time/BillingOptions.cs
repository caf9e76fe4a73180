using System.ComponentModel.DataAnnotations;

namespace Archera.Grains.Time;

/// <summary>Section <c>Billing</c>: the clock that days of data are counted by.</summary>
public sealed record BillingOptions
{
    public const string Section = "Billing";

    /// <summary>
    /// Whole days that the billing clock is ahead of the real one; below 0 it is behind. Default 0, at most 3,650
    /// either way; only beside a simulated AWS is it anything else.
    /// </summary>
    [Range(-3650, 3650)]
    public int OffsetDays { get; init; }
}
