using Archera.Contracts.Identity;

namespace Archera.ClusterTests.Fixture;

/// <summary>Ends silos as a crash does.</summary>
internal static class FleetCrash
{
    /// <summary>Kills the silo that the account lives on.</summary>
    public static Task KillSiloOfAsync(this TestFleet fleet, PayerAccountKey payer) =>
        fleet.KillSiloOfAsync(fleet.Account(payer));

    public static async Task KillSiloOfAsync(this TestFleet fleet, IGrainWithStringKey grain)
    {
        var home = fleet.Cluster.Silos.Single(silo => fleet.Cluster.TryGetGrainContext(
            grain.GetGrainId(), out var context) && context.Address.SiloAddress!.Equals(silo.SiloAddress));
        await fleet.Cluster.KillSiloAsync(home);
        await fleet.Cluster.WaitForLivenessToStabilizeAsync(didKill: true);
    }
}
