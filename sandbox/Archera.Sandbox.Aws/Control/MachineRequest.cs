using System.Text.Json;
using Archera.Sandbox.Aws.Machines;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Control;

/// <summary>What is to be done to a machine, as the control surface takes it.</summary>
internal static class MachineRequest
{
    private const string DefaultType = "t3.micro";
    private const int MaxTypeLength = 32;

    /// <summary>Null when a field is wrong. Without an instant it is done now, in the world's time.</summary>
    internal static MachineChange? Read(JsonElement body, AwsWorld world, DateTimeOffset now, FieldErrors errors)
    {
        var fields = new JsonFields(
            body, errors, "", "account", "region", "instanceId", "action", "at", "instanceType");
        var account = fields.Account("account", required: true);
        if (account is not null && world.Find(account) is null)
            fields.Wrong("account", $"{account} is in no organization of this world.");
        var region = fields.Text("region", required: true);
        if (region is not null && !AwsRegions.All.Contains(region))
            fields.Wrong("region", $"{region} is no region of AWS.");
        var action = Action(fields);
        var instanceId = fields.Text("instanceId");
        if (action is not null && (action == MachineAction.Launch) != (instanceId is null))
            fields.Wrong("instanceId", "Is required, except for a launch, which gives it.");
        var type = fields.Text("instanceType");
        if (type is not null && (action != MachineAction.Launch || type.Length > MaxTypeLength))
            fields.Wrong("instanceType", $"Is for a launch, and has at most {MaxTypeLength} characters.");
        var at = Instant(fields, now);
        return errors.Any ? null : new MachineChange(account!, region!, instanceId ?? "", action!.Value, at)
        {
            InstanceType = type ?? DefaultType,
        };
    }

    private static MachineAction? Action(JsonFields fields)
    {
        var names = Enum.GetValues<MachineAction>().ToDictionary(each => each.ToString().ToLowerInvariant());
        if (fields.Text("action", required: true) is not { } name)
            return null;
        if (names.TryGetValue(name, out var action))
            return action;
        fields.Wrong("action", $"Must be one of {string.Join(", ", names.Keys)}.");
        return null;
    }

    private static DateTimeOffset Instant(JsonFields fields, DateTimeOffset now)
    {
        if (fields.Text("at") is not { } text)
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        if (!ControlInstant.TryParse(text, out var at))
            fields.Wrong("at", ControlInstant.Expected);
        return at;
    }
}
