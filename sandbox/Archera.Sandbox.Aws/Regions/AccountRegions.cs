using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Hosting;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Regions;

/// <summary>
/// Which regions an account may use. AWS's default regions are always on; the others an account opts in to and out of.
/// An account outside of every organization, as the vendor's, has all of them.
/// </summary>
public sealed class AccountRegions
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Account, string Region), bool> _chosen = [];
    private readonly AwsWorld _world;
    private readonly Journal _journal;

    internal AccountRegions(AwsWorld world, Journal journal)
    {
        _world = world;
        _journal = journal;
        journal.Replay(line => Keep(
            line.GetProperty("account").GetString()!,
            line.GetProperty("region").GetString()!,
            line.GetProperty("enabled").GetBoolean()));
    }

    public bool IsEnabled(string account, string region)
    {
        if (!AwsRegions.IsOptIn(region) || _world.Find(account) is null)
            return true;
        lock (_gate)
        {
            return _chosen.TryGetValue((account, region), out var isEnabled)
                ? isEnabled
                : _world.Machines.OptInRegion(account) == region;
        }
    }

    /// <summary>
    /// Opts the account in to the region or out of it. What is in a region that is switched off goes on, and is paid.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The account is in no organization of this world, or the region is always on.
    /// </exception>
    public void Put(string account, string region, bool isEnabled)
    {
        if (_world.Find(account) is null)
            throw new ArgumentException($"{account} is in no organization of this world.");
        if (!AwsRegions.IsOptIn(region))
            throw new ArgumentException($"{region} is no region that an account can opt in to.");
        lock (_gate)
        {
            Keep(account, region, isEnabled);
            _journal.Append(JsonSerializer.SerializeToUtf8Bytes(new JsonObject
            {
                ["account"] = account,
                ["region"] = region,
                ["enabled"] = isEnabled,
            }));
        }
    }

    private void Keep(string account, string region, bool isEnabled) => _chosen[(account, region)] = isEnabled;
}
