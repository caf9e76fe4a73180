using System.Collections.Immutable;
using Amazon.EC2.Model;

namespace Archera.Aws.Datasets.Machines;

/// <summary>
/// Puts the pages of one Region together: an instance may come on any page, and only once. A Region without instances
/// has an empty answer; what can't be read ends the read.
/// </summary>
public sealed class InstancePages(int maxMachines)
{
    private const string NameTag = "Name";
    private const string OnDemand = "on-demand";

    private readonly SortedDictionary<string, MachineSighting> _machines = new(StringComparer.Ordinal);

    /// <exception cref="UnreadableAnswerException">An instance can't be read, or came twice.</exception>
    public void Add(IReadOnlyList<Reservation>? page)
    {
        foreach (var instance in (page ?? []).SelectMany(reservation => reservation.Instances ?? []))
        {
            var machine = Read(instance);
            if (!_machines.TryAdd(machine.Id, machine))
                throw new UnreadableAnswerException($"instance {machine.Id} came twice");
            if (_machines.Count > maxMachines)
                throw new UnreadableAnswerException($"it has more than {maxMachines} instances", tooLarge: true);
        }
    }

    public ImmutableArray<MachineSighting> Finish() => [.. _machines.Values];

    private static MachineSighting Read(Instance instance)
    {
        if (string.IsNullOrEmpty(instance.InstanceId))
            throw new UnreadableAnswerException("an instance has no id");
        if (instance.LaunchTime is not { } launched)
            throw Without("launch time");
        if (string.IsNullOrEmpty(instance.InstanceType?.Value))
            throw Without("type");
        if (instance.State?.Code is not { } code || !Enum.IsDefined((MachineState)(code & 0xFF)))
            throw Without("state that is known");
        var state = (MachineState)(code & 0xFF);
        return new MachineSighting(
            instance.InstanceId,
            instance.InstanceType.Value,
            instance.Placement?.AvailabilityZone,
            state,
            new DateTimeOffset(launched.ToUniversalTime(), TimeSpan.Zero),
            state is MachineState.Pending or MachineState.Running
                ? null
                : StoppedAt.Read(instance.StateTransitionReason),
            instance.PlatformDetails,
            instance.InstanceLifecycle?.Value ?? OnDemand,
            instance.Tags?.FirstOrDefault(tag => tag.Key == NameTag)?.Value);

        UnreadableAnswerException Without(string what) => new($"instance {instance.InstanceId} has no {what}");
    }
}
