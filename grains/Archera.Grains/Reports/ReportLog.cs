using Archera.Contracts.Refresh;

namespace Archera.Grains.Reports;

internal static partial class ReportLog
{
    [LoggerMessage(
        40,
        LogLevel.Warning,
        "At {Partition} {Stamp}, stream parts were dropped: {Reason}. What is missing is handed over directly.")]
    public static partial void PartDropped(ILogger logger, PartitionKey partition, ReadStamp stamp, string reason);

    [LoggerMessage(
        41,
        LogLevel.Error,
        "Aggregate {Partition} {Stamp} was not stored; the direct hand-over tries again.")]
    public static partial void NotStored(ILogger logger, Exception exception, PartitionKey partition, ReadStamp stamp);

    [LoggerMessage(
        44,
        LogLevel.Warning,
        "At {Partition} {Stamp}, a stream part was dropped: it does not open. {Detail} An account that is still "
        + "connected hands it over directly.")]
    public static partial void PartUnopened(
        ILogger logger, PartitionKey partition, ReadStamp stamp, string detail);

    [LoggerMessage(42, LogLevel.Error, "The stored day {Partition} can't be answered from: {Reason}.")]
    public static partial void Unreadable(ILogger logger, Exception exception, PartitionKey partition, string reason);

    [LoggerMessage(43, LogLevel.Error, "The stream of report {Report} failed; the direct hand-over repairs.")]
    public static partial void StreamFailed(ILogger logger, Exception exception, string report);
}
