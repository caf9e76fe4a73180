using Archera.Sandbox.Aws.Worlds;

namespace Archera.Benchmarks.Utilization;

/// <summary>How much there is to measure. Both processes make the same accounts from it.</summary>
/// <param name="Metrics">An account's, of eight on each machine; one statistic of each is asked for.</param>
/// <param name="Points">How many points of five minutes each metric has.</param>
internal sealed record FleetSize(int Accounts, int Metrics, int Points, decimal Throttle)
{
    /// <summary>What the roles of all accounts want to be told.</summary>
    internal const string ExternalId = "benchmark-external-id-of-all";

    internal const string RoleName = "Archera";

    internal const string Region = "us-east-1";

    private const int Seed = 1;

    internal static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    internal AwsWorld Generate() => AwsWorld.Generate(new GeneratedWorldOptions
    {
        Payers = (Accounts + GeneratedWorldOptions.MaximumLinkedPerPayer - 1)
            / GeneratedWorldOptions.MaximumLinkedPerPayer,
        LinkedPerPayer = Math.Min(Accounts, GeneratedWorldOptions.MaximumLinkedPerPayer),
        Services = 1,
        MachinesPerAccount = 0,
        Seed = Seed,
        FirstDay = Today.AddDays(-1),
    });

    internal IEnumerable<string> AccountsOf(AwsWorld world) => world.Organizations
        .SelectMany(organization => organization.Accounts).Select(account => account.Id).Take(Accounts);
}
