using Archera.Grains.Refresh;
using Archera.Grains.Storage;

namespace Archera.Grains.Reports;

/// <summary>Why a stored day can't be answered from.</summary>
public static class UnreadableReason
{
    /// <summary>Null for what has nothing to do with the day's content.</summary>
    public static (string Reason, string Detail)? Of(Exception exception) => exception switch
    {
        ForgottenRevisionException => ("forgotten-revision", exception.Message),
        UnknownStateException => ("unknown-version", exception.Message),
        DamagedStateException or InvalidDataException => (LateReason.Damaged, exception.Message),
        { InnerException: { } inner } => Of(inner),
        _ => null,
    };
}
