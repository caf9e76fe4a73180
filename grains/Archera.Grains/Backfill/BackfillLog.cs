using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;

namespace Archera.Grains.Backfill;

internal static partial class BackfillLog
{
    [LoggerMessage(
        1, LogLevel.Information, "Back-fill {Operation} was asked for: {Days} days, {Calls} calls, {CostUsd} USD.")]
    public static partial void Asked(ILogger logger, OperationId operation, int days, int calls, decimal costUsd);

    [LoggerMessage(
        2,
        LogLevel.Information,
        "Back-fill {Operation} is {State}: {Done} of {Due} partitions, {CostUsd} USD. Reason: {Reason}.")]
    public static partial void Ended(
        ILogger logger,
        OperationId operation,
        OperationState state,
        int done,
        int due,
        decimal costUsd,
        string? reason);

    [LoggerMessage(
        3, LogLevel.Information, "Back-fill {Operation} was interrupted; it goes on after its last checkpoint.")]
    public static partial void Interrupted(ILogger logger, OperationId operation);

    [LoggerMessage(4, LogLevel.Error, "Back-fill {Operation} broke off. The next tick goes on with it.")]
    public static partial void BrokeOff(ILogger logger, Exception exception, OperationId operation);
}
