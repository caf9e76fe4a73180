using System.Text.Json;
using Archera.Sandbox.Aws.CostExplorer;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Control;

internal static class GroupedRequest
{
    /// <summary>A decimal has no more.</summary>
    private const int MaxDecimals = 28;

    /// <summary>Null when a field is wrong.</summary>
    internal static (string Payer, GroupedAnswer Answer)? Read(JsonElement body, AwsWorld world, FieldErrors errors)
    {
        var fields = new JsonFields(
            body, errors, "", "payer", "decimals", "hiddenRecordType", "hiddenFrom", "hiddenUntil");
        var payer = fields.Account("payer", required: true);
        if (payer is not null && world.Find(payer)?.PayerAccountId != payer)
            fields.Wrong("payer", $"{payer} is not a payer account of this world.");
        var decimals = fields.Whole("decimals", 0, MaxDecimals);
        var hidden = fields.Text("hiddenRecordType");
        var from = fields.Day("hiddenFrom", required: hidden is not null) ?? default;
        var until = fields.Day("hiddenUntil", required: hidden is not null) ?? default;
        if (hidden is not null && from >= until)
            fields.Wrong("hiddenUntil", "Must be after hiddenFrom.");
        return errors.Any ? null : (payer!, new GroupedAnswer(decimals, hidden, from, until));
    }
}
