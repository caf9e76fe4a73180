using System.Text.Json;
using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.Aws.Worlds.Restatements;

namespace Archera.Sandbox.Aws.Control;

internal static class RestatementRequest
{
    /// <summary>Null when a field is wrong. The amount must be there, and is null to remove the row.</summary>
    internal static Restatement? Read(JsonElement body, AwsWorld world, FieldErrors errors)
    {
        var fields = new JsonFields(
            body, errors, "", "payer", "day", "service", "linkedAccount", "amount", "recordType", "currency");
        var payer = fields.Account("payer", required: true);
        var day = fields.Day("day", required: true);
        var service = fields.Text("service", required: true);
        var account = fields.Account("linkedAccount", required: true);
        var amount = fields.Amount("amount");
        var recordType = fields.Text("recordType") ?? RecordTypes.Usage;
        var currency = fields.Text("currency");
        if (currency is not null && !Restatement.IsCurrency(currency))
            fields.Wrong("currency", "Must be an ISO 4217 code: 3 capital letters.");
        if (!fields.Has("amount"))
            fields.Wrong("amount", "Is required; null removes the row.");
        if (payer is not null && world.Find(payer)?.PayerAccountId != payer)
            fields.Wrong("payer", $"{payer} is not a payer account of this world.");
        else if (payer is not null && account is not null && !world.Bills(payer, account))
            fields.Wrong("linkedAccount", $"{account} is not an account of payer {payer}.");
        CheckName(fields, "service", service);
        CheckName(fields, "recordType", recordType);
        CheckAmount(fields, amount);
        return errors.Any
            ? null
            : new Restatement(payer!, day!.Value, service!, account!, amount, recordType, currency);
    }

    private static void CheckName(JsonFields fields, string field, string? name)
    {
        if (name is not null && (string.IsNullOrWhiteSpace(name) || name.Length > Restatement.MaximumNameLength))
            fields.Wrong(field, $"Must have 1 to {Restatement.MaximumNameLength} characters.");
    }

    private static void CheckAmount(JsonFields fields, decimal? amount)
    {
        if (amount is { } value
            && (decimal.Abs(value) >= Restatement.AmountLimit || value.Scale > Restatement.MaximumDecimals))
        {
            fields.Wrong("amount", $"Must have at most {Restatement.MaximumDecimals} decimals and be under "
                + $"{Restatement.AmountLimit} either way.");
        }
    }
}
