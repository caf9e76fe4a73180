using Spectre.Console;

namespace Archera.Sandbox.Progress;

/// <summary>
/// What people read. With <c>--once</c> all of it goes to stderr, because stdout belongs to the JSON. Bars are drawn
/// on a terminal; anything else gets plain lines.
/// </summary>
internal sealed class SandboxConsole
{
    private const int RedirectedWidth = 140;

    private readonly TextWriter _writer;
    private readonly TimeProvider _time;
    private readonly bool _terminal;

    internal SandboxConsole(bool once, TimeProvider time)
    {
        _time = time;
        _writer = TextWriter.Synchronized(once ? Console.Error : Console.Out);
        _terminal = once ? !Console.IsErrorRedirected : !Console.IsOutputRedirected;
        Ansi = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(_writer),
            Ansi = _terminal ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = _terminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!_terminal)
            Ansi.Profile.Width = RedirectedWidth;
    }

    internal IAnsiConsole Ansi { get; }

    internal void Line(string text) => _writer.WriteLine(text);

    internal Task<T> WithProgressAsync<T>(Func<IProgressBoard, Task<T>> action) => _terminal
        ? Ansi.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(),
                new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => action(new TerminalBoard(context)))
        : action(new PlainBoard(_writer, _time));
}
