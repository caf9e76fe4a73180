using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Hosting;

namespace Archera.Sandbox.Aws.Billing;

/// <summary>
/// The bill of requests: each successful priced request is charged to the account whose credentials called.
/// </summary>
public sealed class RequestBill
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, BilledAccount> _accounts = new(StringComparer.Ordinal);
    private readonly Journal _journal;

    internal RequestBill(Journal journal)
    {
        _journal = journal;
        journal.Replay(line => Add(
            line.GetProperty("account").GetString()!,
            line.GetProperty("requests").GetInt64(),
            line.GetProperty("usd").GetDecimal()));
        journal.Rewrite(_accounts.Values.Select(Line));
    }

    public IReadOnlyList<BilledAccount> Rows()
    {
        lock (_gate)
            return [.. _accounts.Values];
    }

    internal void Charge(string account, decimal usd)
    {
        if (usd == 0)
            return;
        lock (_gate)
        {
            Add(account, 1, usd);
            _journal.Append(Line(new BilledAccount(account, 1, usd)));
        }
    }

    private void Add(string account, long requests, decimal usd)
    {
        var before = _accounts.GetValueOrDefault(account) ?? new BilledAccount(account, 0, 0);
        _accounts[account] = before with { Requests = before.Requests + requests, Usd = before.Usd + usd };
    }

    private static byte[] Line(BilledAccount billed) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["account"] = billed.Account,
        ["requests"] = billed.Requests,
        ["usd"] = billed.Usd,
    });
}
