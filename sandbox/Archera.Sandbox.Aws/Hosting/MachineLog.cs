using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Machines;

namespace Archera.Sandbox.Aws.Hosting;

/// <summary>Does to the world's machines what customers do by hand, and does so again at the next start.</summary>
internal sealed class MachineLog
{
    private readonly Lock _gate = new(); // What was done later must stand later in the journal.
    private readonly MachineWorld _machines;
    private readonly Journal _journal;

    internal MachineLog(MachineWorld machines, Journal journal)
    {
        _machines = machines;
        _journal = journal;
        journal.Replay(line => machines.Change(Read(line)));
    }

    /// <summary>
    /// Does it and gives the machine's id, which a launch only gets here. Throws <see cref="ArgumentException"/> for
    /// what can't be done to that machine at that time.
    /// </summary>
    internal string Change(MachineChange change)
    {
        lock (_gate)
        {
            if (change.Action == MachineAction.Launch)
                change = change with { InstanceId = _machines.NextId(change.Account) };
            _machines.Change(change);
            Append(change);
            return change.InstanceId;
        }
    }

    private void Append(MachineChange change) =>
        _journal.Append(JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["account"] = change.Account,
            ["region"] = change.Region,
            ["instanceId"] = change.InstanceId,
            ["action"] = change.Action.ToString(),
            ["at"] = change.At.ToString("O", CultureInfo.InvariantCulture),
            ["instanceType"] = change.InstanceType,
        }));

    private static MachineChange Read(JsonElement line) => new(
        line.GetProperty("account").GetString()!,
        line.GetProperty("region").GetString()!,
        line.GetProperty("instanceId").GetString()!,
        Enum.Parse<MachineAction>(line.GetProperty("action").GetString()!),
        DateTimeOffset.Parse(line.GetProperty("at").GetString()!, CultureInfo.InvariantCulture))
    {
        InstanceType = line.GetProperty("instanceType").GetString()!,
    };
}
