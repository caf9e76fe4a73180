using System.Text.Json;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Control;

/// <summary>A region that an account switches on or off, as the control surface takes it.</summary>
internal sealed record RegionRequest(string Account, string Region, bool Enabled)
{
    internal static RegionRequest? Read(JsonElement body, AwsWorld world, FieldErrors errors)
    {
        var fields = new JsonFields(body, errors, "", "account", "region", "enabled");
        var account = fields.Account("account", required: true);
        if (account is not null && world.Find(account) is null)
            fields.Wrong("account", $"{account} is in no organization of this world.");
        var region = fields.Text("region", required: true);
        if (region is not null && !AwsRegions.IsOptIn(region))
            fields.Wrong("region", $"{region} is no region that an account can opt in to.");
        var enabled = fields.Element("enabled", required: true)?.ValueKind;
        if (enabled is not (null or JsonValueKind.True or JsonValueKind.False))
            fields.Wrong("enabled", "Must be true or false.");
        return errors.Any ? null : new RegionRequest(account!, region!, enabled == JsonValueKind.True);
    }
}
