namespace Archera.Sandbox.Aws.CloudWatch.Files;

/// <summary>
/// A recorded series: each line is one measurement, put at its own second. Two at the same second are two; one off the
/// grid counts in the period that it falls in, as with anything that is put to CloudWatch.
/// </summary>
/// <param name="samples">Oldest first.</param>
internal sealed class FileSeries(MetricKey key, string unit, MetricSample[] samples) : IMetricSeries
{
    public MetricKey Key => key;

    public string Unit => unit;

    public int ReportSeconds => 60;

    public IEnumerable<MetricSample> Samples(long from, long until)
    {
        for (var index = FirstAt(from); index < samples.Length && samples[index].At < until; index++)
            yield return samples[index];
    }

    public MetricLife? Life(long now)
    {
        var known = FirstAt(now - ReportSeconds + 1);
        return known == 0 ? null : new MetricLife(samples[0].At, samples[known - 1].At);
    }

    /// <summary>The index of the first measurement at that second or later.</summary>
    private int FirstAt(long at)
    {
        var (low, high) = (0, samples.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (samples[middle].At < at)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
