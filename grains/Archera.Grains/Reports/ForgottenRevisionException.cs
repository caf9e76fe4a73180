namespace Archera.Grains.Reports;

/// <summary>The record dropped the revisions of the asked moment.</summary>
public sealed class ForgottenRevisionException(DateTimeOffset before)
    : Exception(FormattableString.Invariant($"What the day was before {before:yyyy-MM-dd} is no longer kept."));
