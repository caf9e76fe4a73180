using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Archera.EndToEndTests.Processes;

/// <summary>A real process with its lines kept: awaited, told to stop, killed, and never left behind.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    // Generous: this bounds a hang, and the machine may be busy with other tests.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentDictionary<Regex, TaskCompletionSource<Match>> _awaited = new();

    private ProgramProcess(string name, ProcessStartInfo start)
    {
        Name = name;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not null)
                _output.Enqueue(line.Data);
            Take(line.Data);
        };
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Name { get; }

    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>The lines of stdout alone.</summary>
    public IReadOnlyCollection<string> Output => _output;

    public string Log => $"--- {Name} ---\n{string.Join('\n', _lines)}\n";

    public static ProgramProcess Start(
        string name,
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? settings = null,
        string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? AppContext.BaseDirectory,
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new ProgramProcess(name, start);
    }

    /// <summary>The first line, from the start on, that matches; fails when the process ends first.</summary>
    public async Task<Match> LineAsync(string pattern)
    {
        var regex = new Regex(pattern);
        var seen = new TaskCompletionSource<Match>(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited[regex] = seen;
        foreach (var line in _lines)
            Offer(line);
        var first = await Task.WhenAny(seen.Task, _process.WaitForExitAsync(), Task.Delay(Patience));
        return first == seen.Task
            ? await seen.Task
            : throw new InvalidOperationException($"{Name} never said '{pattern}'.\n{Log}");
    }

    /// <summary>Where a web host says that it listens.</summary>
    public async Task<Uri> AddressAsync() => new((await LineAsync("Now listening on: (http://[^ ]+)")).Groups[1].Value);

    public async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{Name} did not end within {Patience}.\n{Log}");
        }
    }

    /// <summary>SIGTERM, as a supervisor sends it.</summary>
    public Task<int> TerminateAsync() => SignalAsync("-TERM");

    /// <summary>SIGINT, as Ctrl-C sends it.</summary>
    public Task<int> InterruptAsync() => SignalAsync("-INT");

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await ExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private async Task<int> SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await ExitAsync();
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        Offer(line);
    }

    private void Offer(string line)
    {
        foreach (var (pattern, seen) in _awaited)
        {
            if (pattern.Match(line) is { Success: true } match)
                seen.TrySetResult(match);
        }
    }
}
