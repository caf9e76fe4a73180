namespace Archera.Grains.Refresh;

/// <summary>The one current content of a dataset that the account keeps itself.</summary>
[GenerateSerializer, Immutable, Alias("archera.state.KeptContent")]
public sealed record KeptContent(
    [property: Id(0)] DateTimeOffset ReadAt,
    [property: Id(1)] int SchemaVersion,
    [property: Id(2)] byte[] Content,
    [property: Id(3)] int Rows)
{
    /// <summary>It is written with every checkpoint of the account.</summary>
    public const int MaxBytes = 1024 * 1024;
}
