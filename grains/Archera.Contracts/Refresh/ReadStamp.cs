using System.Globalization;

namespace Archera.Contracts.Refresh;

/// <summary>
/// Which read of the account brought something: the account's epoch (raised and stored before an activation's first AWS
/// call) and a number within it. A higher stamp replaces a lower one whole.
/// </summary>
[GenerateSerializer, Immutable, Alias("archera.ReadStamp")]
public readonly record struct ReadStamp([property: Id(0)] long Epoch, [property: Id(1)] long Number)
    : IComparable<ReadStamp>
{
    public static bool operator <(ReadStamp left, ReadStamp right) => left.CompareTo(right) < 0;

    public static bool operator >(ReadStamp left, ReadStamp right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReadStamp left, ReadStamp right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReadStamp left, ReadStamp right) => left.CompareTo(right) >= 0;

    public int CompareTo(ReadStamp other) =>
        Epoch != other.Epoch ? Epoch.CompareTo(other.Epoch) : Number.CompareTo(other.Number);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}.{Number}");
}
