using Orleans.Storage;

namespace Archera.ClusterTests.Storage;

/// <summary>What grains rely on from whichever store lies below; each profile's store runs all of it.</summary>
public abstract class GrainStorageContract
{
    protected abstract IGrainStorage Storage { get; }

    [Fact]
    public async Task Knows_nothing_of_a_record_that_was_never_written()
    {
        var read = await ReadAsync(AGrain());
        read.RecordExists.ShouldBeFalse();
        read.ETag.ShouldBeNull();
    }

    [Fact]
    public async Task Reads_what_was_written_last()
    {
        var grain = AGrain();
        var state = await WriteAsync(grain, "first");
        state.State!.Text = "second";
        await Storage.WriteStateAsync("note", grain, state);

        var read = await ReadAsync(grain);

        read.State!.Text.ShouldBe("second");
        read.ETag.ShouldBe(state.ETag);
        read.RecordExists.ShouldBeTrue();
    }

    [Fact]
    public async Task Refuses_a_write_over_a_version_that_the_writer_has_not_seen()
    {
        var grain = AGrain();
        await WriteAsync(grain, "first");
        var stale = await ReadAsync(grain);
        var newer = await ReadAsync(grain);
        newer.State!.Text = "newer";
        await Storage.WriteStateAsync("note", grain, newer);

        await Should.ThrowAsync<InconsistentStateException>(() => Storage.WriteStateAsync("note", grain, stale));

        (await ReadAsync(grain)).State!.Text.ShouldBe("newer");
    }

    [Fact]
    public async Task Refuses_a_first_write_over_an_existing_record()
    {
        var grain = AGrain();
        await WriteAsync(grain, "first");

        await Should.ThrowAsync<InconsistentStateException>(() => WriteAsync(grain, "blind"));

        (await ReadAsync(grain)).State!.Text.ShouldBe("first");
    }

    [Fact]
    public async Task Forgets_a_cleared_record_and_takes_a_new_one()
    {
        var grain = AGrain();
        var state = await WriteAsync(grain, "first");

        await Storage.ClearStateAsync("note", grain, state);
        var cleared = await ReadAsync(grain);
        cleared.RecordExists.ShouldBeFalse();
        cleared.State = new NoteState { Text = "again" };
        await Storage.WriteStateAsync("note", grain, cleared);

        (await ReadAsync(grain)).State!.Text.ShouldBe("again");
    }

    [Fact]
    public async Task Keeps_the_records_of_a_grain_and_of_its_neighbours_apart()
    {
        var october = GrainId.Create("report", $"aws:{Guid()}/2026-10");
        var november = GrainId.Create(
            "report", october.Key.ToString()!.Replace("-10", "-11", StringComparison.Ordinal));
        await WriteAsync(october, "october 1", "cost-01");
        await WriteAsync(october, "october 2", "cost-02");
        await WriteAsync(november, "november 1", "cost-01");

        (await ReadAsync(october, "cost-01")).State!.Text.ShouldBe("october 1");
        (await ReadAsync(october, "cost-02")).State!.Text.ShouldBe("october 2");
        (await ReadAsync(november, "cost-01")).State!.Text.ShouldBe("november 1");
    }

    [Fact]
    public async Task Takes_many_writers_at_once()
    {
        var grains = Enumerable.Range(0, 64).Select(_ => AGrain()).ToArray();

        await Task.WhenAll(grains.Select(grain => Task.Run(() => WriteAsync(grain, new string('x', 30_000)))));

        foreach (var grain in grains)
            (await ReadAsync(grain)).State!.Text.Length.ShouldBe(30_000);
    }

    protected static GrainId AGrain() => GrainId.Create("note", $"note:{Guid()}");

    protected async Task<GrainState<NoteState>> WriteAsync(GrainId grain, string text, string name = "note")
    {
        var state = new GrainState<NoteState>(new NoteState { Text = text });
        await Storage.WriteStateAsync(name, grain, state);
        return state;
    }

    protected async Task<GrainState<NoteState>> ReadAsync(GrainId grain, string name = "note")
    {
        var state = new GrainState<NoteState>(new NoteState());
        await Storage.ReadStateAsync(name, grain, state);
        return state;
    }

    private static string Guid() => System.Security.Cryptography.RandomNumberGenerator.GetHexString(12);
}
