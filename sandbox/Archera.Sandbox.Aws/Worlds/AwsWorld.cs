namespace Archera.Sandbox.Aws.Worlds;

/// <summary>Every organization that the simulated AWS knows.</summary>
public sealed partial class AwsWorld(IReadOnlyList<Organization> organizations)
{
    private readonly Dictionary<string, Organization> _byAccount = organizations
        .SelectMany(organization => organization.Accounts, (organization, account) => (account.Id, organization))
        .ToDictionary(pair => pair.Id, pair => pair.organization, StringComparer.Ordinal);

    public IReadOnlyList<Organization> Organizations { get; } = organizations;

    /// <summary>The organization that the account belongs to, as payer or member; null when no world has the account.</summary>
    public Organization? Find(string accountId) => _byAccount.GetValueOrDefault(accountId);
}
