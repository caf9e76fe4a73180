namespace Archera.Aws.Datasets.Machines;

/// <summary>A half-open time of one machine.</summary>
public sealed record PowerSpan(DateTimeOffset From, DateTimeOffset To, PowerKind Kind)
{
    /// <summary>The part within the range; null when there is none.</summary>
    public PowerSpan? Within(DateTimeOffset from, DateTimeOffset to)
    {
        var clipped = this with { From = From > from ? From : from, To = To < to ? To : to };
        return clipped.From < clipped.To ? clipped : null;
    }
}
