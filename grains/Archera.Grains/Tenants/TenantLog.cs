namespace Archera.Grains.Tenants;

internal static partial class TenantLog
{
    [LoggerMessage(61, LogLevel.Warning, "The last use of {Key} could not be stored; the key goes on working.")]
    public static partial void LastUseNotKept(ILogger logger, Exception exception, string key);
}
