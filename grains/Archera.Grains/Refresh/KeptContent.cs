using Archera.Aws.Datasets;

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

    /// <summary>
    /// What is kept once this was read; or why it can't be. What can't be read is never written over.
    /// </summary>
    public static (KeptContent? Kept, LateReason? Problem) After(
        KeptContent? before, IDataset dataset, DatasetPartition read, DateTimeOffset readAt)
    {
        try
        {
            var next = dataset is IRememberingDataset remembering
                ? remembering.Remember(before?.ToPartition(read.Day), before?.ReadAt ?? readAt, read, readAt)
                : read;
            return next.Content.Length > MaxBytes
                ? (null, TooLarge(next.Content.Length))
                : (new KeptContent(readAt, next.SchemaVersion, next.Content, next.Rows), null);
        }
        catch (InvalidDataException damaged)
        {
            return (null, new LateReason(LateReason.Damaged, damaged.Message) { CanRetry = false });
        }
    }

    public static LateReason TooLarge(int bytes)
    {
        var detail = $"The content has {bytes} bytes; an account keeps {MaxBytes}.";
        return new LateReason(LateReason.TooLarge, detail) { CanRetry = false };
    }

    public DatasetPartition ToPartition(DateOnly day) => new(day, false, SchemaVersion, Content, Rows);
}
