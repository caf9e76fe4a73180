using System.Collections.Concurrent;
using Spectre.Console;

namespace Archera.Sandbox.Progress;

/// <summary>One bar for each tenant.</summary>
internal sealed class TerminalBoard(ProgressContext context) : IProgressBoard
{
    private readonly ConcurrentDictionary<string, ProgressTask> _bars = new();

    public void Phase(string tenant, string phase) =>
        Bar(tenant).Description = Markup.Escape($"{tenant}: {phase}");

    public void Ingest(string tenant, IngestProgress progress)
    {
        var bar = Bar(tenant);
        bar.Description = Markup.Escape($"{tenant}: {progress.DaysReceived} of {progress.DaysExpected} days");
        bar.MaxValue = Math.Max(1, progress.DaysExpected);
        bar.Value = progress.DaysReceived;
    }

    private ProgressTask Bar(string tenant) =>
        _bars.GetOrAdd(tenant, name => context.AddTask(Markup.Escape(name), maxValue: 1));
}
