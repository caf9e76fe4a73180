using Archera.Contracts.Identity;

namespace Archera.Grains.LinkedAccounts;

internal static partial class LinkedLog
{
    [LoggerMessage(90, LogLevel.Error, "The look at {Account} broke off. The next tick tries again.")]
    public static partial void LookBrokeOff(ILogger logger, Exception exception, AccountKey account);

    [LoggerMessage(
        91,
        LogLevel.Warning,
        "The role of {Account} opens without its external id, or to others than us: it is not read until it is shut.")]
    public static partial void Open(ILogger logger, AccountKey account);

    [LoggerMessage(92, LogLevel.Warning, "Linked accounts of {Account} could not be woken; the next tick tries again.")]
    public static partial void NotWoken(ILogger logger, Exception exception, PayerAccountKey account);

    [LoggerMessage(
        93, LogLevel.Warning, "Which actions {Account} used was not noted: its payer's review counts fewer.")]
    public static partial void UsesNotNoted(ILogger logger, Exception exception, AccountKey account);
}
