using System.Collections.Immutable;
using Archera.Aws.Calls;
using Archera.Contracts.Identity;
using Archera.Contracts.Time;

namespace Archera.Aws.Datasets.Utilization;

/// <summary>Puts the Regions of one read together: a partition for each day, and what is missing.</summary>
internal sealed class UtilizationPages(DatePeriod days, MetricWindow window, PayerAccountKey account)
{
    private readonly Dictionary<DateOnly, List<SeriesDay>> _series =
        days.Days().ToDictionary(day => day, _ => new List<SeriesDay>());

    private readonly List<RegionUtilization> _regions = [];
    private readonly List<AwsFailure> _missing = [];

    public MetricWindow Window => window;

    public void Add(
        AwsRegion region,
        AwsAnswer<IReadOnlyList<(DateOnly Day, SeriesDay Series)>> answer,
        (int Forbidden, int Failed) refused)
    {
        if (!answer.Succeeded)
        {
            _regions.Add(new RegionUtilization(region.Name, answer.Failure.Reason, answer.Failure.Detail));
            _missing.Add(answer.Failure);
            return;
        }

        _regions.Add(new RegionUtilization(region.Name, null, null));
        foreach (var (day, series) in answer.Value)
            _series[day].Add(series);
        var call = new AwsCall(account, AwsApi.CloudWatch, MetricReader.GetMetricData) { Region = region };
        if (refused.Failed > 0)
            _missing.Add(AwsErrorClassifier.OfMetrics(call, refused.Failed, isForbidden: false));
        if (refused.Forbidden > 0)
            _missing.Add(AwsErrorClassifier.OfMetrics(call, refused.Forbidden, isForbidden: true));
    }

    /// <param name="isOpen">Whether metrics of the day may still arrive.</param>
    public DatasetReading Finish(Func<DateOnly, bool> isOpen) => new(
        [.. days.Days().Select(day => Partition(day, isOpen(day)))])
    {
        Missing = _missing.Count switch
        {
            0 => null,
            1 => _missing[0],
            _ => _missing[0] with { Detail = $"{_missing[0].Detail} {_missing.Count - 1} more could not be read." },
        },
    };

    private DatasetPartition Partition(DateOnly day, bool isOpen)
    {
        var end = MetricWindow.StartOf(day.AddDays(1));
        var series = UtilizationDay.InOrder(_series[day]).ToImmutableArray();
        var content = new UtilizationDay(day, window.To < end ? window.To : end, [.. _regions], series);
        return new DatasetPartition(
            day, isOpen, UtilizationCodec.SchemaVersion, UtilizationCodec.Encode(content), series.Length);
    }
}
