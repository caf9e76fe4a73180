using System.Diagnostics;
using System.Globalization;
using Archera.Benchmarks.Simulator;
using Archera.Grains.Reports;
using Archera.Silo;
using Archera.Silo.Custody;
using Archera.Silo.Embedded;
using Orleans.Storage;

namespace Archera.Benchmarks.Sealing;

/// <summary>
/// What sealing costs: the days of a generated bill written to and read from the silo's own SQLite, sealed and unsealed
/// in turn, so that whatever else the machine does falls on both.
/// </summary>
internal static class SealingBenchmark
{
    private const string Plain = "plain";
    private const string Sealed = "sealed";

    internal static async Task<int> RunAsync(WorldSize size, int rounds, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("archera-benchmark-").FullName;
        try
        {
            await using var silo = Create(folder);
            await silo.StartAsync(cancellationToken);
            var days = DaysOfABill.Make(size);
            var below = BelowTheSeal(silo.Services);
            var paths = new Dictionary<string, IGrainStorage>
            {
                [Plain] = new UnsealedGrainStorage(
                    below, silo.Services.GetRequiredService<IGrainStorageSerializer>()),
                [Sealed] = silo.Services.GetRequiredKeyedService<IGrainStorage>("Default"),
            };
            var costs = paths.Keys.ToDictionary(path => path, _ => new SealingCosts());
            // The first round warms up and is not counted.
            for (var round = 0; round <= rounds; round++)
                foreach (var (path, storage) in paths)
                    await MeasureAsync(storage, $"{path}-{round}", days, round > 0 ? costs[path] : new SealingCosts());
            Print(size, days, rounds, costs, await BytesAsync(below, days));
            await silo.StopAsync(cancellationToken);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(
        IGrainStorage storage, string report, IReadOnlyList<DayRecord> days, SealingCosts costs)
    {
        costs.Written += await TimeAsync((name, grain, day) =>
            storage.WriteStateAsync(name, grain, new GrainState<DayRecord>(day)));
        costs.Read += await TimeAsync((name, grain, _) =>
            storage.ReadStateAsync(name, grain, new GrainState<DayRecord>(new DayRecord())));

        async Task<TimeSpan> TimeAsync(Func<string, GrainId, DayRecord, Task> act)
        {
            var start = Stopwatch.GetTimestamp();
            for (var day = 0; day < days.Count; day++)
                await act(NameOf(report, day), Report, days[day]);
            return Stopwatch.GetElapsedTime(start);
        }
    }

    private static GrainId Report => GrainId.Create("benchmark", "aws:111122223333/2026-11");

    private static string NameOf(string report, int day) => $"{report}-{day}";

    private static SqliteWriteGate BelowTheSeal(IServiceProvider services) => new(
        services.GetRequiredKeyedService<IGrainStorage>(EmbeddedProfile.SqliteStorage),
        services.GetRequiredService<SqliteTurn>());

    private static async Task<Dictionary<string, long>> BytesAsync(SqliteWriteGate below, IReadOnlyList<DayRecord> days)
    {
        var bytes = new Dictionary<string, long>();
        foreach (var path in new[] { Plain, Sealed })
        {
            bytes[path] = 0;
            for (var day = 0; day < days.Count; day++)
            {
                var raw = new GrainState<RawRecord>(new RawRecord());
                await below.ReadStateAsync(NameOf($"{path}-0", day), Report, raw);
                bytes[path] += raw.State!.Bytes.Length;
            }
        }

        return bytes;
    }

    private static void Print(
        WorldSize size,
        IReadOnlyList<DayRecord> days,
        int rounds,
        Dictionary<string, SealingCosts> costs,
        Dictionary<string, long> bytes)
    {
        var rows = days.Sum(day => (long)day.Newest!.Rows);
        var share = bytes[Sealed] / (double)bytes[Plain];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            records          {days.Count} days of {size.Linked} accounts x {size.Services} services, {rows:N0} rows
            written plain    {rows * rounds / costs[Plain].Written.TotalSeconds:N0} rows/s
            written sealed   {rows * rounds / costs[Sealed].Written.TotalSeconds:N0} rows/s
            read plain       {rows * rounds / costs[Plain].Read.TotalSeconds:N0} rows/s
            read sealed      {rows * rounds / costs[Sealed].Read.TotalSeconds:N0} rows/s
            time to write    {Ratio(costs[Sealed].Written, costs[Plain].Written):P1} of plain
            time to read     {Ratio(costs[Sealed].Read, costs[Plain].Read):P1} of plain
            bytes            {bytes[Plain]:N0} plain, {bytes[Sealed]:N0} sealed ({share:P1} of plain)
            """));
    }

    private static double Ratio(TimeSpan one, TimeSpan other) => one / other;

    private static WebApplication Create(string folder) => SiloApplication.Create([], new Dictionary<string, string?>
    {
        ["urls"] = "http://127.0.0.1:0",
        ["Embedded:Directory"] = Path.Combine(folder, "silo"),
        ["Keys:Directory"] = Path.Combine(folder, "keys"),
        ["Keys:Store"] = Path.Combine(folder, "keystore"),
        ["Logging:LogLevel:Default"] = "Error",
    });
}
