namespace Archera.Silo.Custody;

internal static partial class CustodyLog
{
    [LoggerMessage(
        LogLevel.Error,
        "Record {Record} of {Grain} is damaged and is not served. {Detail} Its bytes are kept as record {Copy}")]
    public static partial void Damaged(ILogger logger, string record, GrainId grain, string detail, string copy);

    [LoggerMessage(LogLevel.Error, "Record {Record} of {Grain} is not read. {Detail}")]
    public static partial void Unknown(ILogger logger, string record, GrainId grain, string detail);

    [LoggerMessage(LogLevel.Information, "Key ring {Directory}, key store {Store}")]
    public static partial void Opened(ILogger logger, string directory, string store);
}
