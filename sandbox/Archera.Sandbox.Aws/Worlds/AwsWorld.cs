using Archera.Sandbox.Aws.Machines;
using Archera.Sandbox.Aws.Worlds.Restatements;

namespace Archera.Sandbox.Aws.Worlds;

/// <summary>Every organization that the simulated AWS knows.</summary>
public sealed partial class AwsWorld
{
    private readonly Dictionary<string, Organization> _byPayer = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Organization> _byAccount = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RestatedBill> _restatedBills = new(StringComparer.Ordinal);

    /// <param name="machines">Without it there are no machines but those launched by hand.</param>
    public AwsWorld(IReadOnlyList<Organization> organizations, MachineWorld? machines = null)
    {
        Organizations = [.. organizations.Select(Adopt)];
        Machines = machines ?? MachineWorld.Empty;
    }

    public IReadOnlyList<Organization> Organizations { get; }

    /// <summary>The machines of all accounts.</summary>
    public MachineWorld Machines { get; }

    /// <summary>The first day that has a charge in any bill; null for a world without bills.</summary>
    public DateOnly? FirstChargeDay => Organizations.Count == 0 ? null : Organizations.Min(each => each.Bill.FirstDay);

    /// <summary>The last day that has a charge; null when a bill goes on for ever, as generated ones do.</summary>
    public DateOnly? LastChargeDay => Organizations.Any(each => each.Bill.LastDay is null)
        ? null
        : Organizations.Max(each => each.Bill.LastDay);

    /// <summary>
    /// The organization that the account pays for, or the first that bills it; null when it is in none.
    /// </summary>
    public Organization? Find(string accountId) =>
        _byPayer.GetValueOrDefault(accountId) ?? _byAccount.GetValueOrDefault(accountId);

    /// <summary>Whether the payer bills the account, which may have moved and be in another payer's bill too.</summary>
    internal bool Bills(string payer, string accountId) =>
        _byPayer.GetValueOrDefault(payer)?.Accounts.Any(account => account.Id == accountId) ?? false;

    private Organization Adopt(Organization organization)
    {
        var bill = new RestatedBill(organization.Bill);
        var adopted = organization with { Bill = bill };
        if (!_byPayer.TryAdd(organization.PayerAccountId, adopted))
            throw new ArgumentException($"Payer {organization.PayerAccountId} is in the world twice.");
        foreach (var account in organization.Accounts)
            _byAccount.TryAdd(account.Id, adopted);
        _restatedBills.Add(organization.PayerAccountId, bill);
        return adopted;
    }
}
