using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;

namespace Archera.Grains.Refresh;

internal static partial class RefreshLog
{
    [LoggerMessage(1, LogLevel.Information, "Refresh {Operation} begins: {Partitions} partitions are due.")]
    public static partial void Begins(ILogger logger, OperationId operation, int partitions);

    [LoggerMessage(
        2,
        LogLevel.Information,
        "Refresh {Operation} ended {State}: {Done} of {Due} partitions, {Calls} AWS calls, {CostUsd} USD.")]
    public static partial void Ended(
        ILogger logger, OperationId operation, OperationState state, int done, int due, int calls, decimal costUsd);

    [LoggerMessage(3, LogLevel.Warning, "{Dataset} of {Account} for {Days} is late: {Reason}. {Detail}")]
    public static partial void Late(
        ILogger logger, DatasetName dataset, AccountKey account, DatePeriod days, string reason, string detail);

    [LoggerMessage(4, LogLevel.Warning, "Aggregate {Partition} could not be published; it is handed over directly.")]
    public static partial void NotPublished(ILogger logger, Exception exception, PartitionKey partition);

    [LoggerMessage(
        5,
        LogLevel.Information,
        "Aggregates of {Account} were not acknowledged within {Wait}; they are handed over directly.")]
    public static partial void NotAcknowledged(ILogger logger, AccountKey account, TimeSpan wait);

    [LoggerMessage(6, LogLevel.Warning, "The report of {Partition} did not store it, attempt {Attempt}.")]
    public static partial void NotStored(ILogger logger, Exception exception, PartitionKey partition, int attempt);

    [LoggerMessage(
        7,
        LogLevel.Information,
        "Refresh {Operation} was interrupted; the next activation goes on with it.")]
    public static partial void Interrupted(ILogger logger, OperationId operation);

    [LoggerMessage(8, LogLevel.Error, "Refresh {Operation} broke off. The next tick tries again.")]
    public static partial void BrokeOff(ILogger logger, Exception exception, OperationId operation);

    [LoggerMessage(
        9, LogLevel.Warning, "Another activation of {Account} wrote its state; this one stops reading AWS and ends.")]
    public static partial void Fenced(ILogger logger, Exception exception, AccountKey account);

    [LoggerMessage(10, LogLevel.Error, "Reading {Dataset} of {Account} for {Days} ran into a fault of ours.")]
    public static partial void ReadFailed(
        ILogger logger, Exception exception, DatasetName dataset, PayerAccountKey account, DatePeriod days);
}
