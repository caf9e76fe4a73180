namespace Archera.Grains.Custody;

/// <summary>One stored record.</summary>
/// <param name="Name">The name it is stored under, such as <c>cost-CostByServiceAndAccount-07</c>.</param>
/// <param name="GrainKey">The key of the grain that wrote it.</param>
/// <param name="Address">Where the storage keeps it, in the storage's own words.</param>
public sealed record CountedRecord(string Name, string GrainKey, string Address)
{
    /// <summary>What a reminder is listed under.</summary>
    public const string Reminder = "reminder";

    /// <summary>What copies of records that did not open are named.</summary>
    public const string Quarantined = "quarantined";

    /// <summary>What it is counted as: its name, without the day; copies that were set aside are of one kind.</summary>
    public string Kind =>
        Name.StartsWith(Quarantined + "-", StringComparison.Ordinal) ? Quarantined
        : Name.Length > 3 && Name[^3] == '-' && Name[^2..].All(char.IsAsciiDigit) ? Name[..^3]
        : Name;
}
