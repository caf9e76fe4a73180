using System.Collections.Immutable;

namespace Archera.Aws.Datasets.Machines;

/// <summary>What a look at an account's machines adds to each day since the look before.</summary>
public static class MachineObservation
{
    /// <summary>
    /// The days from the first that a Region was last seen on, to the day of the look; oldest first. Before its first
    /// look only what its machines tell of the same day is known: those that ended then are not listed any more.
    /// </summary>
    public static ImmutableArray<MachineDay> Days(MachineSnapshot? before, MachineSnapshot now)
    {
        var today = DateOnly.FromDateTime(now.At.UtcDateTime);
        var pairs = now.Regions.Select(region => (Before: before?.Find(region.Region), Now: region)).ToArray();
        var first = pairs.Select(pair => pair.Before?.SeenAt ?? now.At).Append(now.At).Min();
        var days = ImmutableArray.CreateBuilder<MachineDay>();
        for (var day = DateOnly.FromDateTime(first.UtcDateTime); day <= today; day = day.AddDays(1))
            days.Add(Day(day, pairs, now.At));
        return days.ToImmutable();
    }

    private static MachineDay Day(
        DateOnly day, IReadOnlyList<(RegionSighting? Before, RegionSighting Now)> pairs, DateTimeOffset at)
    {
        var (start, end) = (StartOf(day), StartOf(day.AddDays(1)));
        var regions = ImmutableArray.CreateBuilder<RegionDay>();
        var machines = ImmutableArray.CreateBuilder<MachineSpans>();
        foreach (var (before, now) in pairs)
        {
            var from = before?.SeenAt ?? at;
            var isNew = now.Standing == RegionStanding.Read;
            var window = new PowerSpan(from, isNew ? at : from, PowerKind.Up).Within(start, end);
            var since = window?.From ?? (from > start ? from : start);
            regions.Add(new RegionDay(
                now.Region, now.Standing, since, window?.To ?? since, now.Reason, now.Detail));
            if (isNew && before?.SeenAt is null && end > at)
                machines.AddRange(FirstSeen(now, start, at));
            else if (isNew && (window is not null || end > at))
                machines.AddRange(MachinesOf(before, now, from, at, window));
        }

        return new MachineDay(day, regions.ToImmutable(), machines.ToImmutable());
    }

    /// <summary>Of the day of the first look, what each machine tells of its time before.</summary>
    private static IEnumerable<MachineSpans> FirstSeen(RegionSighting now, DateTimeOffset start, DateTimeOffset at) =>
        now.Machines.OrderBy(machine => machine.Id, StringComparer.Ordinal)
            .Select(machine => new MachineSpans(now.Region, machine, MachineTimeline.First(machine, start, at)));

    private static IEnumerable<MachineSpans> MachinesOf(
        RegionSighting? before, RegionSighting now, DateTimeOffset from, DateTimeOffset at, PowerSpan? window)
    {
        var earlier = (before?.Machines ?? []).ToDictionary(machine => machine.Id, StringComparer.Ordinal);
        var later = now.Machines.ToDictionary(machine => machine.Id, StringComparer.Ordinal);
        foreach (var id in earlier.Keys.Union(later.Keys).Order(StringComparer.Ordinal))
        {
            var (was, isNow) = (earlier.GetValueOrDefault(id), later.GetValueOrDefault(id));
            var spans = MachineTimeline.Between(was, from, isNow, at)
                .Select(span => window is null ? null : span.Within(window.From, window.To)).OfType<PowerSpan>();
            yield return new MachineSpans(now.Region, isNow ?? was!, [.. spans]);
        }
    }

    private static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
