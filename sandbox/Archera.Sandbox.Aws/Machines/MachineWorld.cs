using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Archera.Sandbox.Aws.Machines.Generated;
using Archera.Sandbox.Aws.Regions;
using Archera.Sandbox.Aws.Worlds.Generated;

namespace Archera.Sandbox.Aws.Machines;

/// <summary>
/// The machines of every account at any time, past and to come: a pure function of seed, account and time, and of what
/// was done to single machines by hand.
/// </summary>
/// <param name="perAccount">
/// How many places an account has for machines; each is taken by one machine after the other, some are empty at times.
/// </param>
public sealed class MachineWorld(int seed, int perAccount)
{
    public const int MaximumPerAccount = MachineIds.MaximumPlaces;

    /// <summary>Far more than a test does; each one stays in memory and in the simulator's durable state.</summary>
    public const int MaximumChanges = 100_000;

    private static readonly ImmutableDictionary<string, ImmutableList<MachineChange>> None =
        ImmutableDictionary<string, ImmutableList<MachineChange>>.Empty.WithComparers(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Fleet> _fleets = new(StringComparer.Ordinal);
    private readonly Lock _changing = new();
    private readonly Dictionary<string, ImmutableDictionary<string, ImmutableList<MachineChange>>> _changes =
        new(StringComparer.Ordinal);
    private int _changeCount;

    /// <summary>A world in which machines are launched by hand only.</summary>
    public static MachineWorld Empty => new(seed: 1, perAccount: 0);

    /// <summary>
    /// The machines that live at some time of the range, stopped or not; in all regions, or in one. In no order.
    /// </summary>
    public IReadOnlyList<Machine> Between(string account, string? region, DateTimeOffset from, DateTimeOffset to)
    {
        var changes = ChangesOf(account);
        var planned = Of(account).Between(from, to)
            .Where(machine => !changes.ContainsKey(machine.InstanceId));
        var changed = changes.Select(pair => Changed(account, pair.Key, pair.Value)!)
            .Where(machine => machine.Life.Overlaps(from, to));
        return [.. planned.Concat(changed).Where(machine => region is null || machine.Region == region)];
    }

    /// <summary>A machine of any time by its id; null when the account never has one of that id.</summary>
    public Machine? Find(string account, string instanceId)
    {
        var changes = ChangesOf(account).GetValueOrDefault(instanceId);
        return changes is null ? Of(account).Find(instanceId) : Changed(account, instanceId, changes);
    }

    /// <summary>What EC2 lists at that instant, terminated machines of about the last hour with it.</summary>
    public IReadOnlyList<Machine> Listed(string account, string region, DateTimeOffset now) =>
        [.. Between(account, region, now.AddHours(-2), now.AddTicks(1)).Where(machine => machine.IsListed(now))];

    /// <summary>The region beyond AWS's default ones that the account has been in from the start, if any.</summary>
    internal string? OptInRegion(string account) =>
        perAccount == 0 ? null : OptInRegions.Of(seed, account);

    /// <summary>Where most machines of the account are, and where it buys reservations.</summary>
    internal string HomeRegion(string account) => Of(account).HomeRegion;

    /// <summary>The id that the next machine launched by hand gets.</summary>
    internal string NextId(string account)
    {
        var number = ChangesOf(account).Count;
        var draw = Draw.From(seed).With("launched").With(account).With(number);
        return "i-0" + draw.State.ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <exception cref="ArgumentException">It can't be done to that machine then; the words say why.</exception>
    internal void Change(MachineChange change)
    {
        lock (_changing)
        {
            if (_changeCount >= MaximumChanges)
                throw new ArgumentException($"This world already holds {MaximumChanges} changes of machines.");
            var ofAccount = ChangesOf(change.Account);
            var before = ofAccount.GetValueOrDefault(change.InstanceId) ?? [];
            if (Problem(change, before) is { } problem)
                throw new ArgumentException(problem);
            _changes[change.Account] = ofAccount.SetItem(change.InstanceId, before.Add(change));
            _changeCount++;
        }
    }

    private string? Problem(MachineChange change, ImmutableList<MachineChange> before)
    {
        var machine = Find(change.Account, change.InstanceId);
        if (change.Action == MachineAction.Launch)
            return machine is null ? null : $"{change.InstanceId} is there already.";
        if (machine is null || machine.Region != change.Region)
            return $"Account {change.Account} has no machine {change.InstanceId} in {change.Region}.";
        if (change.At < machine.Launched || (before.Count > 0 && change.At <= before[^1].At))
            return "It must be after the launch and after what was done last.";
        if (machine.Terminated <= change.At)
            return $"{change.InstanceId} is terminated by then.";
        return change.Action switch
        {
            MachineAction.Start when machine.IsUp(change.At) => $"{change.InstanceId} is up at that time.",
            MachineAction.Stop when !machine.IsUp(change.At) => $"{change.InstanceId} is stopped at that time.",
            _ => null,
        };
    }

    private Machine? Changed(string account, string instanceId, ImmutableList<MachineChange> changes)
    {
        var launch = changes[0].Action == MachineAction.Launch ? changes[0] : null;
        var machine = launch is null ? Of(account).Find(instanceId) : HandMade.Of(launch, seed);
        var later = launch is null ? changes : changes.RemoveAt(0);
        return machine is null || later.Count == 0
            ? machine
            : machine with { Life = new ChangedBiography(machine.Life, later) };
    }

    private ImmutableDictionary<string, ImmutableList<MachineChange>> ChangesOf(string account)
    {
        lock (_changing)
            return _changes.GetValueOrDefault(account) ?? None;
    }

    private Fleet Of(string account) => _fleets.GetOrAdd(account, id => new Fleet(seed, id, perAccount));
}
