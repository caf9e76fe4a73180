using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Archera.Benchmarks.Simulator;

/// <summary>The simulated AWS in a process of its own, so that its CPU and memory are not counted as ours.</summary>
internal sealed partial class SimulatorProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SimulatorProcess(Process process, Uri endpoint, string accessKeyId, string secretAccessKey, string userArn)
    {
        _process = process;
        Endpoint = endpoint;
        AccessKeyId = accessKeyId;
        SecretAccessKey = secretAccessKey;
        UserArn = userArn;
    }

    internal Uri Endpoint { get; }

    internal string AccessKeyId { get; }

    internal string SecretAccessKey { get; }

    internal string UserArn { get; }

    internal TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    internal static Task<SimulatorProcess> StartAsync(WorldSize size, CancellationToken cancellationToken) =>
        StartAsync(Arguments(size), cancellationToken);

    /// <param name="arguments">A program of .NET that says as the simulated AWS does where it answers.</param>
    internal static async Task<SimulatorProcess> StartAsync(
        IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("The simulated AWS did not start.");
        var said = string.Empty;
        while (!Keys().IsMatch(said))
        {
            said += await process.StandardOutput.ReadLineAsync(cancellationToken)
                ?? throw new InvalidOperationException("The simulated AWS ended before it said its address.");
            said += '\n';
        }

        var keys = Keys().Match(said);
        return new SimulatorProcess(
            process,
            new Uri(Address().Match(said).Groups[1].Value),
            keys.Groups[1].Value,
            keys.Groups[2].Value,
            Vendor().Match(said).Groups[1].Value);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static List<string> Arguments(WorldSize size) =>
    [
        Path.Combine(AppContext.BaseDirectory, "Archera.Sandbox.Aws.dll"),
        "--port", "0",
        "--seed", Text(WorldSize.Seed),
        "--payers", Text(size.Payers),
        "--linked", Text(size.Linked),
        "--services", Text(size.Services),
        "--days", Text(size.Days),
        "--dense",
        "--today", WorldSize.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"answers at (http\S+?),? ")]
    private static partial Regex Address();

    [GeneratedRegex(@"AWS_ACCESS_KEY_ID=(\S+) AWS_SECRET_ACCESS_KEY=(\S+)")]
    private static partial Regex Keys();

    [GeneratedRegex(@"The vendor is (arn:\S+?)\. ")]
    private static partial Regex Vendor();
}
