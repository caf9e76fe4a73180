namespace Archera.Silo.Start;

internal static partial class StartLog
{
    [LoggerMessage(LogLevel.Information, "Data directory {Directory}")]
    public static partial void DataDirectoryOpened(this ILogger logger, string directory);

    [LoggerMessage(LogLevel.Information, "The operator key is in {File}; pass it as Authorization: Bearer")]
    public static partial void OperatorKeyInFile(this ILogger logger, string file);
}
