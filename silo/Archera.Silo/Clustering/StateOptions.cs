using System.ComponentModel.DataAnnotations;

namespace Archera.Silo.Clustering;

/// <summary>
/// Section <c>ClusterState</c>: where a cluster keeps its members, reminders and grain state in the storage account
/// <c>ConnectionStrings:storage</c>. All silos of a cluster share the values; gateways share the membership table.
/// </summary>
public sealed record StateOptions
{
    public const string Section = "ClusterState";

    /// <summary>The table of silos. Default <c>ArcheraSilos</c>.</summary>
    [RegularExpression("^[A-Za-z][A-Za-z0-9]{2,62}$")]
    public string MembershipTable { get; init; } = "ArcheraSilos";

    /// <summary>The table of reminders. Default <c>ArcheraReminders</c>.</summary>
    [RegularExpression("^[A-Za-z][A-Za-z0-9]{2,62}$")]
    public string ReminderTable { get; init; } = "ArcheraReminders";

    /// <summary>The blob container of grain state. Default <c>archera-state</c>.</summary>
    [RegularExpression("^[a-z0-9](-?[a-z0-9]){2,62}$")]
    public string StateContainer { get; init; } = "archera-state";
}
