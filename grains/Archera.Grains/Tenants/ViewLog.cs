using Archera.Contracts.Identity;

namespace Archera.Grains.Tenants;

internal static partial class ViewLog
{
    [LoggerMessage(60, LogLevel.Warning, "{What} of {Account} did not answer; it is named late in the view.")]
    public static partial void Silent(ILogger logger, Exception exception, string what, PayerAccountKey account);

    [LoggerMessage(62, LogLevel.Warning, "{Account} could not be told of days that it lost; the next question does.")]
    public static partial void HintLost(ILogger logger, Exception exception, PayerAccountKey account);
}
