namespace Archera.ClusterTests.Fixture;

/// <summary>How many partitions are read for a payer.</summary>
internal static class DueOfPayer
{
    /// <summary>A day: beside its bill, Savings Plans and reservations.</summary>
    public const int Daily = TestFleet.CostDatasets + 2;

    /// <summary>What it keeps itself: its linked accounts, and AWS's recommendations.</summary>
    public const int Lists = 2;
}
