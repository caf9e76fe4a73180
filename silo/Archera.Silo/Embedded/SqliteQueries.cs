namespace Archera.Silo.Embedded;

/// <summary>
/// What Orleans' AdoNet providers run: the texts of its table OrleansQuery, by Orleans' own keys, parameters and result
/// columns. They are written anew at each start, so that they always belong to the program that runs.
/// </summary>
public static class SqliteQueries
{
    /// <summary>
    /// Heads each writing query: <c>synchronous</c> belongs to a connection, so only this holds for every connection
    /// that writes, pooled or new.
    /// </summary>
    public const string Durably = "PRAGMA synchronous=FULL; ";

    private const string Record =
        "service=@ServiceId AND state=@GrainTypeString AND n0=@GrainIdN0 AND n1=@GrainIdN1 "
        + "AND key=coalesce(@GrainIdExtensionString,'')";

    private const string Reminders =
        "SELECT grain AS GrainId, name AS ReminderName, starts_at AS StartTime, period AS Period, version AS Version "
        + "FROM reminder WHERE service=@ServiceId AND ";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["ReadFromStorageKey"] =
            $"SELECT payload AS PayloadBinary, version AS Version FROM grain_record WHERE {Record}",

        // At most one of the two statements yields the row that Orleans waits for; none means that the ETag is stale.
        ["WriteToStorageKey"] =
            $"""
            {Durably}
            UPDATE grain_record SET payload=@PayloadBinary, version=version+1, changed_at=unixepoch()
            WHERE {Record} AND version=@GrainStateVersion RETURNING version AS NewGrainStateVersion;
            INSERT INTO grain_record(service, state, n0, n1, key, version, changed_at, payload)
            SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString,''),
                1, unixepoch(), @PayloadBinary
            WHERE @GrainStateVersion IS NULL
            ON CONFLICT(service, state, n0, n1, key) DO NOTHING RETURNING version AS NewGrainStateVersion
            """,
        ["ClearStorageKey"] =
            $"""
            {Durably}
            UPDATE grain_record SET payload=NULL, version=version+1, changed_at=unixepoch()
            WHERE {Record} AND version=@GrainStateVersion RETURNING version AS NewGrainStateVersion
            """,
        ["DeleteStorageKey"] =
            $"""
            {Durably}
            DELETE FROM grain_record
            WHERE {Record} AND version=@GrainStateVersion RETURNING version+1 AS NewGrainStateVersion
            """,

        ["ReadReminderRowsKey"] = Reminders + "grain=@GrainId",
        ["ReadReminderRowKey"] = Reminders + "grain=@GrainId AND name=@ReminderName",
        ["ReadRangeRows1Key"] = Reminders + "hash>@BeginHash AND hash<=@EndHash",
        ["ReadRangeRows2Key"] = Reminders + "(hash>@BeginHash OR hash<=@EndHash)",
        ["UpsertReminderRowKey"] =
            $"""
            {Durably}
            INSERT INTO reminder(service, grain, name, hash, starts_at, period, version)
            VALUES(@ServiceId, @GrainId, @ReminderName, @GrainHash, @StartTime, @Period, 0)
            ON CONFLICT(service, grain, name) DO UPDATE SET
                hash=excluded.hash, starts_at=excluded.starts_at, period=excluded.period, version=version+1
            RETURNING version AS Version
            """,
        ["DeleteReminderRowKey"] =
            $"""
            {Durably}
            DELETE FROM reminder
            WHERE service=@ServiceId AND grain=@GrainId AND name=@ReminderName AND version=@Version;
            SELECT changes()
            """,
        ["DeleteReminderRowsKey"] = $"{Durably}DELETE FROM reminder WHERE service=@ServiceId",
    };
}
