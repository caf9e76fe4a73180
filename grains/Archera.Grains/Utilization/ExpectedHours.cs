using Archera.Aws.Datasets.Machines;
using Archera.Aws.Datasets.Utilization;

namespace Archera.Grains.Utilization;

/// <summary>The hours of a day that a machine is known to have been up in.</summary>
public static class ExpectedHours
{
    private const int HoursOfDay = 24;

    /// <summary>An hour counts when a look found the machine up in a part of it, or when it has a point.</summary>
    /// <returns>Null where nobody looked at the machine on the day: points alone don't say what is missing.</returns>
    public static int? Of(MachineSpans? machine, IEnumerable<SeriesDay> series)
    {
        if (machine is null)
            return null;
        var isUp = new bool[HoursOfDay];
        foreach (var span in machine.Spans.Where(span => span.Kind == PowerKind.Up && span.To > span.From))
        {
            var last = span.To.AddTicks(-1); // Spans are half-open, and end at midnight at the latest.
            for (var hour = span.From.Hour; hour <= last.Hour; hour++)
                isUp[hour] = true;
        }

        foreach (var hour in series.SelectMany(each => each.Hours))
            isUp[hour.Hour] = true;
        return isUp.Count(each => each);
    }
}
