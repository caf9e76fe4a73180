using Archera.Silo.Embedded;
using Orleans.Storage;

namespace Archera.ClusterTests.Storage;

public sealed class SqliteWriteGateTests
{
    [Fact]
    public async Task Lets_one_write_through_at_a_time_and_goes_on_after_a_failure()
    {
        var store = new SlowStore();
        using var turn = new SqliteTurn();
        var gate = new SqliteWriteGate(store, turn);
        var grains = Enumerable.Range(0, 20).Select(i => GrainId.Create("note", $"note:{i}"));

        var writes = grains.Select(grain => gate.WriteStateAsync("note", grain, new GrainState<NoteState>())).ToArray();
        await Task.WhenAll(writes.Select(write => write.ContinueWith(_ => { }, TaskScheduler.Default)));

        store.MostAtOnce.ShouldBe(1);
        store.Seen.ShouldBe(20);
        writes.Count(write => write.IsFaulted).ShouldBe(10);
    }

    /// <summary>Every second write fails.</summary>
    private sealed class SlowStore : IGrainStorage
    {
        private int _now;

        public int MostAtOnce { get; private set; }

        public int Seen { get; private set; }

        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
            Task.CompletedTask;

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
            Task.CompletedTask;

        public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _now));
            await Task.Yield();
            Interlocked.Decrement(ref _now);
            if (++Seen % 2 == 0)
                throw new InvalidOperationException("disk");
        }
    }
}
