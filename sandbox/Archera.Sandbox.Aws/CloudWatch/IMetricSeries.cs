namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>
/// The measurements of one metric. They are a pure function of time: asked again, they are the same.
/// </summary>
public interface IMetricSeries
{
    MetricKey Key { get; }

    /// <summary>One of AWS's units, for example <c>Percent</c>.</summary>
    string Unit { get; }

    /// <summary>
    /// Seconds that a report covers. Its measurements are there when they are over: 60 with detailed monitoring, 300
    /// with basic, where five measurements of a minute each come at once, under the time of the first.
    /// </summary>
    int ReportSeconds { get; }

    /// <summary>From the first second to before the last, oldest first; of the future too.</summary>
    IEnumerable<MetricSample> Samples(long from, long until);

    /// <summary>Null when there was no measurement up to now.</summary>
    MetricLife? Life(long now);
}
