namespace Archera.Aws.Datasets;

/// <param name="SchemaVersion">The version of the dataset's codec.</param>
/// <param name="Content">The compressed rows: the same rows always give the same bytes.</param>
/// <param name="Rows">How many rows the content holds.</param>
public sealed record DatasetPartition(DateOnly Day, bool Estimated, int SchemaVersion, byte[] Content, int Rows);
