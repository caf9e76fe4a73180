using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.Aws.Worlds.Restatements;

namespace Archera.Sandbox.Aws.Hosting;

/// <summary>Restates the world's bills, and does so again at the next start.</summary>
internal sealed class RestatementLog
{
    private readonly AwsWorld _world;
    private readonly Journal _journal;

    internal RestatementLog(AwsWorld world, Journal journal)
    {
        _world = world;
        _journal = journal;
        journal.Replay(line => world.Restate(Read(line)));
    }

    /// <summary>Throws <see cref="ArgumentException"/> for a row that can't be in any bill of the world.</summary>
    internal void Restate(Restatement restatement)
    {
        _world.Restate(restatement);
        _journal.Append(JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["payer"] = restatement.Payer,
            ["day"] = restatement.Day.ToString("O", CultureInfo.InvariantCulture),
            ["service"] = restatement.Service,
            ["linkedAccount"] = restatement.LinkedAccount,
            ["amount"] = restatement.Amount,
            ["recordType"] = restatement.RecordType,
            ["currency"] = restatement.Currency,
        }));
    }

    private static Restatement Read(JsonElement line) => new(
        line.GetProperty("payer").GetString()!,
        DateOnly.Parse(line.GetProperty("day").GetString()!, CultureInfo.InvariantCulture),
        line.GetProperty("service").GetString()!,
        line.GetProperty("linkedAccount").GetString()!,
        line.GetProperty("amount") is { ValueKind: JsonValueKind.Number } amount ? amount.GetDecimal() : null,
        line.GetProperty("recordType").GetString()!,
        line.TryGetProperty("currency", out var currency) ? currency.GetString() : null);
}
