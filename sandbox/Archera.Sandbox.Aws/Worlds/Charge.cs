namespace Archera.Sandbox.Aws.Worlds;

/// <summary>
/// What one linked account was charged on one day for one service under one record type, in one Region and of one usage
/// type: the finest grain of the simulated bill. The four amounts obey AWS's accounting and are exact.
/// </summary>
public readonly record struct Charge(
    string Service,
    string LinkedAccount,
    string RecordType,
    decimal UnblendedCost,
    decimal AmortizedCost,
    decimal NetUnblendedCost,
    decimal NetAmortizedCost,
    string Currency)
{
    /// <summary>What Cost Explorer calls a charge that has no Region, such as a tax.</summary>
    public const string NoRegion = "NoRegion";

    /// <summary>What Cost Explorer calls a charge that no usage stands behind.</summary>
    public const string NoUsageType = "NoUsageType";

    /// <summary>Exactly as Cost Explorer's REGION dimension spells it.</summary>
    public string Region { get; init; } = NoRegion;

    /// <summary>Exactly as Cost Explorer's USAGE_TYPE dimension spells it.</summary>
    public string UsageType { get; init; } = NoUsageType;
}
