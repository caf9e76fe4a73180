namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>What a period's measurements come to. Its time is the period's beginning, in seconds since 1970.</summary>
internal sealed class PeriodPoint(long at, bool withPercentiles)
{
    private readonly List<double>? _values = withPercentiles ? [] : null;
    private bool _isSorted;

    internal long At { get; } = at;

    internal int Count { get; private set; }

    internal double Sum { get; private set; }

    internal double Minimum { get; private set; } = double.MaxValue;

    internal double Maximum { get; private set; } = double.MinValue;

    internal void Add(double value)
    {
        Count++;
        Sum += value;
        Minimum = Math.Min(Minimum, value);
        Maximum = Math.Max(Maximum, value);
        _values?.Add(value);
    }

    /// <summary>Nearest rank: a value that was measured, the least that so many percent do not exceed.</summary>
    internal double Percentile(decimal percent)
    {
        if (!_isSorted)
            _values!.Sort();
        _isSorted = true;
        var rank = (int)decimal.Ceiling(percent / 100 * _values!.Count);
        return _values[Math.Max(rank, 1) - 1];
    }
}
