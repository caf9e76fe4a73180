using System.Net;
using System.Net.Sockets;
using Archera.Silo;
using Archera.Silo.Embedded;
using Archera.Silo.Start;
using Microsoft.Data.Sqlite;

namespace Archera.ClusterTests.Storage;

public sealed class EmbeddedStartTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Finds_state_and_reminders_again_after_a_restart()
    {
        var reminder = new ReminderEntry
        {
            GrainId = GrainId.Create("note", "note:kept"),
            ReminderName = "refresh",
            Period = TimeSpan.FromHours(1),
        };
        await using (var first = await EmbeddedSilo.StartAsync(_directory))
        {
            await first.Grains.GetGrain<INoteGrain>("note:kept").WriteAsync("kept");
            await first.Reminders.UpsertRow(reminder, TestContext.Current.CancellationToken);
        }

        await using var second = await EmbeddedSilo.StartAsync(_directory);

        (await second.Grains.GetGrain<INoteGrain>("note:kept").ReadAsync()).ShouldBe("kept");
        var kept = await second.Reminders.ReadRow(reminder.GrainId, "refresh", TestContext.Current.CancellationToken);
        kept.ShouldNotBeNull().Period.ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Refuses_a_directory_that_another_silo_holds()
    {
        await using var holder = await EmbeddedSilo.StartAsync(_directory);
        Refusal().ShouldContain($"{_directory.Path} is in use by another Archera process");
    }

    [Fact]
    public void Refuses_a_port_that_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        Refusal("--urls", $"http://{other.LocalEndpoint}").ShouldContain("is taken by another program");
    }

    [Fact]
    public void Refuses_a_directory_that_cannot_be_written() =>
        Refusal("--Embedded:Directory", "/proc/archera").ShouldContain("/proc/archera cannot be written");

    [Theory]
    [InlineData("--Keys:Directory", "data", "Keys:Directory", "Embedded:Directory")]
    [InlineData("--Keys:Directory", "data/keys", "Keys:Directory", "Embedded:Directory")]
    [InlineData("--Keys:Store", "data/x/../keys", "Keys:Store", "Embedded:Directory")]
    [InlineData("--Keys:Directory", ".", "Keys:Directory", "Embedded:Directory")]
    [InlineData("--Keys:Store", "keys/store", "Keys:Store", "Keys:Directory")]
    [InlineData("--Keys:Directory", "link/keys", "Keys:Directory", "Embedded:Directory")]
    public void Refuses_keys_that_would_lie_with_what_they_open(string option, string place, string one, string other)
    {
        var root = Path.GetDirectoryName(_directory.Path)!;
        Directory.CreateSymbolicLink(Path.Combine(root, "link"), _directory.Path);

        var refusal = Refusal(option, Path.Combine(root, place));

        refusal.ShouldContain($"{one} (");
        refusal.ShouldContain($"{other} (");
        Directory.EnumerateFileSystemEntries(_directory.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_to_start_without_its_key_ring_and_starts_again_with_it()
    {
        await KeepNoteAsync(_directory);
        Directory.Move(_directory.Keys, _directory.Keys + ".lost");

        Refusal().ShouldContain("Restore the key ring");

        Directory.Delete(_directory.Keys);
        Directory.Move(_directory.Keys + ".lost", _directory.Keys);
        await using var again = await EmbeddedSilo.StartAsync(_directory);
        (await again.Grains.GetGrain<INoteGrain>("note:kept").ReadAsync()).ShouldBe("kept");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refuses_to_begin_anew_beside_the_keys_of_a_lost_database(bool isEmptied)
    {
        await KeepNoteAsync(_directory);
        var database = new FileInfo(_directory.File("archera.db"));
        database.Delete();
        if (isEmptied)
            database.Create().Dispose();

        for (var start = 0; start < 2; start++)
            Refusal().ShouldContain("archera.db is missing or empty, but the key store");

        database.Refresh();
        database.Exists.ShouldBe(isEmptied);
        if (isEmptied)
            database.Length.ShouldBe(0);
    }

    [Fact]
    public async Task Starts_where_a_first_start_was_killed_after_it_had_made_a_key()
    {
        await KeepNoteAsync(_directory);
        Execute("DELETE FROM grain_record");

        await using var again = await EmbeddedSilo.StartAsync(_directory);

        (await again.Grains.GetGrain<INoteGrain>("note:kept").ReadAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_the_keys_of_another_installation_and_starts_again_with_its_own()
    {
        using var other = new TemporaryDirectory();
        await KeepNoteAsync(_directory);
        await KeepNoteAsync(other);

        Refusal("--Keys:Directory", other.Keys, "--Keys:Store", other.KeyStore)
            .ShouldContain("archera.db was sealed with the keys of another installation");

        await using var again = await EmbeddedSilo.StartAsync(_directory);
        (await again.Grains.GetGrain<INoteGrain>("note:kept").ReadAsync()).ShouldBe("kept");
    }

    [Fact]
    public void Refuses_a_database_of_a_newer_program_and_leaves_it_alone()
    {
        Execute("PRAGMA user_version=99");
        var before = File.ReadAllBytes(_directory.File("archera.db"));

        Refusal().ShouldContain("has schema version 99");

        File.ReadAllBytes(_directory.File("archera.db")).ShouldBe(before);
    }

    [Fact]
    public void Refuses_a_file_that_is_no_database()
    {
        File.WriteAllText(_directory.File("archera.db"), new string('x', 10_000));
        Refusal().ShouldContain("archera.db cannot be used");
    }

    [Fact]
    public void Releases_the_directory_when_the_start_fails()
    {
        Execute("PRAGMA user_version=99");
        Refusal();
        using var free = DataDirectory.Open(_directory.Path);
        free.Path.ShouldBe(_directory.Path);
    }

    private static async Task KeepNoteAsync(TemporaryDirectory directory)
    {
        await using var silo = await EmbeddedSilo.StartAsync(directory);
        await silo.Grains.GetGrain<INoteGrain>("note:kept").WriteAsync("kept");
    }

    private string Refusal(params string[] args)
    {
        string[] all =
        [
            "--urls", "http://127.0.0.1:0", "--Embedded:Directory", _directory.Path,
            "--Keys:Directory", _directory.Keys, "--Keys:Store", _directory.KeyStore, .. args,
        ];
        var line = Should.Throw<StartRefusedException>(() => SiloApplication.Create(all)).Message;
        line.ShouldNotContain("\n");
        return line;
    }

    private string? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_directory.File("archera.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
