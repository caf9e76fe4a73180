using Archera.Contracts.Identity;
using Archera.Contracts.Time;

namespace Archera.Grains.Reconciliation;

internal static partial class ReconciliationLog
{
    [LoggerMessage(
        80,
        LogLevel.Warning,
        "{Dataset} of {Account} in {Month} does not add up to AWS's own totals on {Days} days, though they were read "
        + "again: answers with these days are marked.")]
    public static partial void Differs(
        ILogger logger, PayerAccountKey account, YearMonth month, DatasetName dataset, int days);

    [LoggerMessage(
        81,
        LogLevel.Warning,
        "{Account} in {Month} could not be compared with AWS's own totals: {Why} The next refresh tries again.")]
    public static partial void Unchecked(
        ILogger logger, Exception? exception, PayerAccountKey account, YearMonth month, string why);
}
