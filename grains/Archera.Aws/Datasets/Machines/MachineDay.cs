using System.Collections.Immutable;

namespace Archera.Aws.Datasets.Machines;

/// <summary>A day of an account's machines, as far as it was looked at.</summary>
public sealed record MachineDay(
    DateOnly Day, ImmutableArray<RegionDay> Regions, ImmutableArray<MachineSpans> Machines)
{
    /// <summary>
    /// The day with what a newer look tells. Where a look that was lost on the way is told again from an earlier
    /// moment on, the newer one has the word from there.
    /// </summary>
    public MachineDay With(MachineDay newer)
    {
        var since = newer.Regions.Where(region => region.To > region.From)
            .ToDictionary(region => region.Region, region => region.From, StringComparer.Ordinal);
        var known = Machines.ToDictionary(Key, StringComparer.Ordinal);
        foreach (var machine in newer.Machines)
        {
            var earlier = known.GetValueOrDefault(Key(machine));
            known[Key(machine)] = machine with { Spans = [.. Before(earlier, since), .. machine.Spans] };
        }

        var gone = known.Where(pair => !newer.Machines.Any(seen => Key(seen) == pair.Key)).ToArray();
        foreach (var (key, machine) in gone)
            known[key] = machine with { Spans = [.. Before(machine, since)] };
        return this with
        {
            Regions = [.. Merged(newer).OrderBy(region => region.Region, StringComparer.Ordinal)],
            Machines = [.. known.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Joined(pair.Value))],
        };
    }

    private static string Key(MachineSpans machine) => $"{machine.Region}/{machine.Machine.Id}";

    private static IEnumerable<PowerSpan> Before(
        MachineSpans? machine, Dictionary<string, DateTimeOffset> since) => machine is null
            ? []
            : since.TryGetValue(machine.Region, out var from)
                ? machine.Spans.Select(span => span.Within(DateTimeOffset.MinValue, from)).OfType<PowerSpan>()
                : machine.Spans;

    private Dictionary<string, RegionDay>.ValueCollection Merged(MachineDay newer)
    {
        var known = Regions.ToDictionary(region => region.Region, StringComparer.Ordinal);
        foreach (var region in newer.Regions)
        {
            var earlier = known.GetValueOrDefault(region.Region);
            known[region.Region] = earlier is null ? region
                : region.To == region.From ? region with { From = earlier.From, To = earlier.To }
                : region with { From = earlier.To == earlier.From ? region.From : earlier.From };
        }

        return known.Values;
    }

    /// <summary>Spans of one kind that touch are one.</summary>
    private static MachineSpans Joined(MachineSpans machine)
    {
        var joined = new List<PowerSpan>();
        foreach (var span in machine.Spans)
        {
            if (joined.Count > 0 && joined[^1].To == span.From && joined[^1].Kind == span.Kind)
                joined[^1] = joined[^1] with { To = span.To };
            else
                joined.Add(span);
        }

        return machine with { Spans = [.. joined] };
    }
}
