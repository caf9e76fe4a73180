using Archera.Sandbox.Aws.Worlds.Restatements;

namespace Archera.Sandbox.Aws.Worlds;

/// <summary>Every organization that the simulated AWS knows.</summary>
public sealed partial class AwsWorld
{
    private readonly Dictionary<string, Organization> _byAccount = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RestatedBill> _restatedBills = new(StringComparer.Ordinal);

    public AwsWorld(IReadOnlyList<Organization> organizations)
    {
        Organizations = [.. organizations.Select(Adopt)];
    }

    public IReadOnlyList<Organization> Organizations { get; }

    /// <summary>The first day that has a charge in any bill; null for a world without bills.</summary>
    public DateOnly? FirstChargeDay => Organizations.Count == 0 ? null : Organizations.Min(each => each.Bill.FirstDay);

    /// <summary>The last day that has a charge; null when a bill goes on for ever, as generated ones do.</summary>
    public DateOnly? LastChargeDay => Organizations.Any(each => each.Bill.LastDay is null)
        ? null
        : Organizations.Max(each => each.Bill.LastDay);

    /// <summary>The organization that the account belongs to, as payer or member; null when it is in none.</summary>
    public Organization? Find(string accountId) => _byAccount.GetValueOrDefault(accountId);

    private Organization Adopt(Organization organization)
    {
        var bill = new RestatedBill(organization.Bill);
        var adopted = organization with { Bill = bill };
        foreach (var account in organization.Accounts)
            if (!_byAccount.TryAdd(account.Id, adopted))
                throw new ArgumentException($"Account {account.Id} is in the world twice; an account has one payer.");
        _restatedBills.Add(organization.PayerAccountId, bill);
        return adopted;
    }
}
