using Archera.Contracts.Refresh;
using Archera.Grains.Reports;
using Archera.Grains.Storage;
using Archera.Silo.Embedded;
using Archera.Silo.Start;
using Archera.Silo.State;
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
            UPDATE grain_record
            SET payload = CAST(substr(payload, 1, 4) || x'63' || substr(payload, 6) || x'00' AS BLOB)
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

        refused.GetBaseException().ShouldBeOfType<DamagedStateException>().Message
            .ShouldContain("The stored record note of note/note:damaged is damaged");
    }

    [Fact]
    public async Task Refuses_a_record_that_was_copied_from_another_grain()
    {
        await WriteAsync(GrainId.Create("note", "note:mine"), "mine");
        await WriteAsync(GrainId.Create("note", "note:yours"), "yours");
        Execute("""
            UPDATE grain_record SET payload = (SELECT payload FROM grain_record WHERE key LIKE '%yours%')
            WHERE key LIKE '%mine%'
            """);

        await Should.ThrowAsync<DamagedStateException>(() => ReadAsync(GrainId.Create("note", "note:mine")));
    }

    [Fact]
    public async Task Refuses_a_record_that_is_not_sealed_and_leaves_it_as_it_is()
    {
        await WriteAsync(GrainId.Create("note", "note:older"), "older");
        var unsealed = Convert.ToHexString(StateEnvelope.Wrap([1, 2, 3]));
        Execute($"UPDATE grain_record SET payload = x'{unsealed}' WHERE key LIKE '%older%'");

        var refused = await Should.ThrowAsync<UnknownStateException>(
            () => ReadAsync(GrainId.Create("note", "note:older")));

        refused.Message.ShouldContain("not sealed");
        Scalar("SELECT hex(payload) FROM grain_record WHERE key LIKE '%older%'").ShouldBe(unsealed);
    }

    [Fact]
    public async Task Finds_each_of_a_hundred_flipped_bits_and_serves_none()
    {
        var grain = AGrain();
        await WriteAsync(grain, new string('x', 500));
        var whole = Convert.FromHexString(Payload("note", grain)!);
        for (var flip = 0; flip < 100; flip++)
        {
            var bit = Random.Shared.Next(whole.Length * 8);
            byte[] damaged = [.. whole];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Execute($"UPDATE grain_record SET payload = x'{Convert.ToHexString(damaged)}' WHERE {Of("note", grain)}");

            await Should.ThrowAsync<StateRefusedException>(() => ReadAsync(grain), $"bit {bit}");
        }
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
        var kept = Payload(name, grain);

        var read = new GrainState<DayRecord>(new DayRecord());
        await Storage.ReadStateAsync(name, grain, read);
        (read.State!.IsDamaged, read.RecordExists).ShouldBe((true, true));
        read.State = day;
        await Storage.WriteStateAsync(name, grain, read);

        var healed = new GrainState<DayRecord>(new DayRecord());
        await Storage.ReadStateAsync(name, grain, healed);
        healed.State.ShouldBe(day);
        Payload("quarantined-" + name, grain).ShouldBe(kept);
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

    private string? Payload(string namePrefix, GrainId grain) =>
        Scalar($"SELECT hex(payload) FROM grain_record WHERE {Of(namePrefix, grain)}");

    private static string Of(string namePrefix, GrainId grain) =>
        $"state LIKE '{namePrefix}%' AND key LIKE '%{grain.Key}'";

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
