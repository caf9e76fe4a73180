namespace Archera.Sandbox.Aws.Machines;

/// <summary>A life that was as planned until somebody took it in hand.</summary>
internal sealed class ChangedBiography : Biography
{
    private readonly Biography _before;
    private readonly List<UpSpan> _after = [];
    private readonly DateTimeOffset _since;
    private readonly (DateTimeOffset, StopCause)? _end;

    /// <param name="changes">In order of time, each of which can be done to what the ones before leave.</param>
    public ChangedBiography(Biography before, IReadOnlyList<MachineChange> changes)
    {
        _before = before;
        _since = changes[0].At;
        if (before.Up(_since, _since.AddTicks(1)).FirstOrDefault() is { From: var from, EndedBy: var by, To: var to }
            && (from, to, by) != default)
        {
            _after.Add(new UpSpan(from, null, StopCause.None));
            _since = from;
        }

        foreach (var change in changes)
        {
            if (change.Action == MachineAction.Start)
                _after.Add(new UpSpan(change.At, null, StopCause.None));
            else if (_after.Count > 0 && _after[^1].To is null)
                _after[^1] = new UpSpan(_after[^1].From, change.At, StopCause.User);
            if (change.Action == MachineAction.Terminate)
                _end = (change.At, StopCause.User);
        }
    }

    public override DateTimeOffset Launched => _before.Launched;

    public override (DateTimeOffset At, StopCause Cause)? End => _end;

    public override IEnumerable<UpSpan> Up(DateTimeOffset from, DateTimeOffset to) =>
        _before.Up(from, to).Where(span => span.From < _since)
            .Concat(_after.Where(span => span.Overlaps(from, to)));
}
