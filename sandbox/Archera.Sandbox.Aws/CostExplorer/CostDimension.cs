using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>
/// A dimension of Cost Explorer. The bills know services, accounts, record types, Regions and usage types; in the
/// others every charge has the value with which AWS marks an absent one.
/// </summary>
internal sealed record CostDimension(string Key, Func<Charge, string> ValueOf)
{
    private static readonly Dictionary<string, CostDimension> Held = new[]
    {
        new CostDimension("SERVICE", charge => charge.Service),
        new CostDimension("LINKED_ACCOUNT", charge => charge.LinkedAccount),
        new CostDimension("RECORD_TYPE", charge => charge.RecordType),
        Fixed("AZ", "NoAZ"),
        Fixed("INSTANCE_TYPE", "NoInstanceType"),
        Fixed("LEGAL_ENTITY_NAME", "Amazon Web Services, Inc."),
        Fixed("INVOICING_ENTITY", "Amazon Web Services, Inc."),
        Fixed("OPERATION", "NoOperation"),
        Fixed("PLATFORM", "NoPlatform"),
        Fixed("PURCHASE_TYPE", "NoPurchaseType"),
        Fixed("TENANCY", "NoTenancy"),
        new CostDimension("USAGE_TYPE", charge => charge.UsageType),
        new CostDimension("REGION", charge => charge.Region),
        Fixed("DEPLOYMENT_OPTION", "NoDeploymentOption"),
        Fixed("DATABASE_ENGINE", "NoDatabaseEngine"),
        Fixed("CACHE_ENGINE", "NoCacheEngine"),
        Fixed("INSTANCE_TYPE_FAMILY", "NoInstanceTypeFamily"),
        Fixed("BILLING_ENTITY", "AWS"),
        Fixed("OPERATING_SYSTEM", "NoOperatingSystem"),
        Fixed("RESERVATION_ID", "NoReservationId"),
        Fixed("SAVINGS_PLANS_TYPE", "NoSavingsPlansType"),
        Fixed("SAVINGS_PLAN_ARN", "NoSavingsPlanArn"),
    }.ToDictionary(dimension => dimension.Key, StringComparer.Ordinal);

    private static readonly string ValidKeys = string.Join(", ", Held.Keys);

    public static CostDimension ForGroup(string type, string key)
    {
        if (type is "TAG" or "COST_CATEGORY")
            return Fixed(key, key + "$");
        if (type != "DIMENSION")
            throw CostExplorerRefusal.Validation("Group Definition type is invalid.");
        return Held.GetValueOrDefault(key) ?? throw CostExplorerRefusal.Validation(
            $"Group Definition dimension is invalid. Valid values are {ValidKeys}");
    }

    public static CostDimension ForFilter(string key) =>
        Held.GetValueOrDefault(key) ?? throw CostExplorerRefusal.Validation($"Dimension {key} is not allowed.");

    private static CostDimension Fixed(string key, string value) => new(key, _ => value);
}
