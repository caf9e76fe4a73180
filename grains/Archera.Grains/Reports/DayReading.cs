using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;

namespace Archera.Grains.Reports;

/// <summary>
/// Reads a report's days of one dataset one by one: one that can't be read is named, and does not keep the others.
/// </summary>
public sealed class DayReading(ReportKey report, DatasetName dataset, ILogger logger)
{
    /// <param name="read">Adds the day to the answer; null: it was not received.</param>
    public async Task<(ImmutableArray<ReceivedDay> Received, ImmutableArray<UnreadableDay> Unreadable)> ReadAsync(
        DatePeriod days, Func<DateOnly, Task<ReceivedDay?>> read, CancellationToken cancellationToken)
    {
        var received = ImmutableArray.CreateBuilder<ReceivedDay>();
        var unreadable = ImmutableArray.CreateBuilder<UnreadableDay>();
        foreach (var day in days.Days().Where(report.Holds))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (await read(day) is { } known)
                    received.Add(known);
            }
            catch (Exception exception) when (UnreadableReason.Of(exception) is { } why)
            {
                ReportLog.Unreadable(logger, exception, report.PartitionOf(dataset, day), why.Reason);
                unreadable.Add(new UnreadableDay(day, why.Reason, why.Detail));
            }
        }

        return (received.ToImmutable(), unreadable.ToImmutable());
    }
}
