using Archera.Contracts.Refresh;
using Archera.Grains.Reports;
using Archera.Grains.Storage;
using Archera.Silo.Embedded;
using Archera.Silo.Start;
using Microsoft.Data.Sqlite;
using Orleans.Storage;

namespace Archera.ClusterTests.Storage;

public sealed class SqliteStorageTests(EmbeddedSiloFixture fixture)
    : GrainStorageContract, IClassFixture<EmbeddedSiloFixture>
{
    protected override IGrainStorage Storage => fixture.Silo.Storage;

    [Fact]
    public async Task Leaves_a_record_of_a_newer_program_as_it_is()
    {
        var grain = GrainId.Create("note", "note:future");
        await WriteAsync(grain, "from the future");
        Execute("""
            UPDATE grain_record SET payload = CAST(substr(payload, 1, 4) || x'63' || substr(payload, 6) AS BLOB)
            WHERE key LIKE '%future%'
            """);
        var before = Scalar("SELECT hex(payload) FROM grain_record WHERE key LIKE '%future%'");

        var note = fixture.Silo.Grains.GetGrain<INoteGrain>("note:future");
        var refused = await Should.ThrowAsync<Exception>(() => note.WriteAsync("overwritten"));

        refused.ToString().ShouldContain("envelope version 99");
        Scalar("SELECT hex(payload) FROM grain_record WHERE key LIKE '%future%'").ShouldBe(before);
    }

    [Fact]
    public async Task Names_a_damaged_record_as_damaged()
    {
        var grain = GrainId.Create("note", "note:damaged");
        await WriteAsync(grain, "whole");
        Execute("UPDATE grain_record SET payload = substr(payload, 1, length(payload) - 1) WHERE key LIKE '%damaged%'");

        var refused = await Should.ThrowAsync<Exception>(() => ReadAsync(grain));

        refused.GetBaseException().ShouldBeOfType<DamagedStateException>().Message.ShouldContain("damaged");
    }

    [Theory]
    [InlineData("substr(payload, 1, length(payload) - 1)")]
    [InlineData("x'00'")]
    [InlineData("CAST(substr(payload, 1, 40) || x'ffff' || substr(payload, 43) AS BLOB)")]
    public async Task Gives_a_damaged_day_as_such_and_takes_another_in_its_place(string damage)
    {
        var key = $"aws:111122223333/{Random.Shared.Next()}";
        var (grain, name) = (GrainId.Create("costreport", key), "cost-CostByRecordType-01");
        var day = new DayRecord { Stamp = new ReadStamp(7, 7), ForgottenBefore = DateTimeOffset.UnixEpoch };
        await Storage.WriteStateAsync(name, grain, new GrainState<DayRecord>(day));
        Execute($"UPDATE grain_record SET payload = {damage} WHERE key LIKE '%{key}%'");

        var read = new GrainState<DayRecord>(new DayRecord());
        await Storage.ReadStateAsync(name, grain, read);
        (read.State!.IsDamaged, read.RecordExists).ShouldBe((true, true));
        read.State = day;
        await Storage.WriteStateAsync(name, grain, read);

        var healed = new GrainState<DayRecord>(new DayRecord());
        await Storage.ReadStateAsync(name, grain, healed);
        healed.State.ShouldBe(day);
    }

    [Fact]
    public void Syncs_each_commit_on_every_connection_that_writes()
    {
        var writing = SqliteQueries.All
            .Where(query => !query.Key.StartsWith("Read", StringComparison.Ordinal)).ToArray();
        writing.Length.ShouldBe(6);
        writing.ShouldAllBe(query => query.Value.StartsWith(SqliteQueries.Durably, StringComparison.Ordinal));
        using var careless = new SqliteConnection($"Data Source={fixture.Database}");
        careless.Open();
        Scalar(careless, "PRAGMA synchronous=OFF; PRAGMA synchronous").ShouldBe("0");

        var query = SqliteQueries.All["DeleteReminderRowsKey"];
        Scalar(careless, query.Replace("@ServiceId", "'nobody'", StringComparison.Ordinal));

        Scalar(careless, "PRAGMA synchronous").ShouldBe("2");
    }

    [Fact]
    public void Refuses_to_run_without_a_write_ahead_log()
    {
        using var directory = new TemporaryDirectory();
        var refused = Should.Throw<StartRefusedException>(
            () => SqliteDurability.Require($"Data Source={directory.File("plain.db")};Pooling=False"));
        refused.Message.ShouldContain("journal_mode=delete");
    }

    private string? Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={fixture.Database}");
        connection.Open();
        return Scalar(connection, sql);
    }

    private void Execute(string sql) => Scalar(sql);

    private static string? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
