using System.Text.Json;
using Archera.Sandbox.Aws.Faults;
using Archera.Sandbox.Aws.Listed;

namespace Archera.Sandbox.Aws.Control;

internal static class FaultRequest
{
    private const int MaxFaults = 100;
    private const int MaxMilliseconds = 86_400_000;

    internal static List<Fault> Read(JsonElement body, FieldErrors errors)
    {
        var list = new JsonFields(body, errors, "", "faults").Element("faults", required: true);
        if (list is null)
            return [];
        if (list.Value.ValueKind != JsonValueKind.Array || list.Value.GetArrayLength() > MaxFaults)
        {
            errors.Add("faults", $"Must be a list of at most {MaxFaults} faults.");
            return [];
        }

        return [.. list.Value.EnumerateArray().Select((fault, index) => ReadOne(fault, errors, $"faults[{index}]."))
            .OfType<Fault>()];
    }

    private static Fault? ReadOne(JsonElement element, FieldErrors errors, string prefix)
    {
        var fields = new JsonFields(
            element, errors, prefix, "kind", "share", "service", "operation", "account", "milliseconds");
        var name = fields.Text("kind", required: true);
        var share = fields.Amount("share", required: true);
        if (share is < 0 or > 1)
            fields.Wrong("share", "Must be from 0 to 1.");
        var milliseconds = fields.Whole("milliseconds", -MaxMilliseconds, MaxMilliseconds);
        if (milliseconds < 0 && name != nameof(FaultKind.ClockSkew))
            fields.Wrong("milliseconds", "Only ClockSkew may be negative.");
        if (name is null || share is null)
            return null;
        if (!Enum.GetNames<FaultKind>().Contains(name, StringComparer.Ordinal))
        {
            fields.Wrong("kind", $"Must be one of {string.Join(", ", Enum.GetNames<FaultKind>())}.");
            return null;
        }

        return new Fault(
            Enum.Parse<FaultKind>(name), share.Value, Service(fields), fields.Text("operation"),
            fields.Account("account"), milliseconds);
    }

    // A name that no call has would be a fault that never happens.
    private static string? Service(JsonFields fields)
    {
        var service = fields.Text("service");
        var names = ListedOperations.Services.Select(profile => profile.SigningName).Distinct().ToList();
        if (service is not null && !names.Contains(service))
            fields.Wrong("service", $"Must be one of {string.Join(", ", names)}.");
        return service;
    }
}
