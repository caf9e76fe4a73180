namespace Archera.Silo.Embedded;

/// <summary>
/// The tables, in steps: step n brings a database from version n to n + 1. A step that was released never changes.
/// </summary>
public static class SqliteSchema
{
    public static IReadOnlyList<string> Steps { get; } =
    [
        """
        CREATE TABLE OrleansQuery(QueryKey TEXT PRIMARY KEY, QueryText TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE grain_record(
            service TEXT NOT NULL,
            state TEXT NOT NULL,
            n0 INTEGER NOT NULL,
            n1 INTEGER NOT NULL,
            key TEXT NOT NULL,
            version INTEGER NOT NULL,
            changed_at INTEGER NOT NULL,
            payload BLOB,
            UNIQUE(service, state, n0, n1, key));
        CREATE TABLE reminder(
            service TEXT NOT NULL,
            grain TEXT NOT NULL,
            name TEXT NOT NULL,
            hash INTEGER NOT NULL,
            starts_at TEXT NOT NULL,
            period INTEGER NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY(service, grain, name)) WITHOUT ROWID;
        CREATE INDEX reminder_by_hash ON reminder(service, hash);
        """,
    ];

    public static int Version => Steps.Count;
}
