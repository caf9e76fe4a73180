namespace Archera.Sandbox.PublicApi;

internal sealed record PayerAnswer(
    string PayerAccount,
    string Connection,
    string ExternalId,
    string? RoleArn,
    string VendorPrincipalArn,
    IReadOnlyList<DatasetAnswer> Datasets,
    string? LastError)
{
    internal bool IsConnected => Connection == "Connected";

    internal bool IsWhole => IsConnected && LatePartitions == 0;

    /// <summary>Partitions that are late; a dataset that was never read counts as one.</summary>
    internal int LatePartitions =>
        Datasets.Count == 0 ? 1 : Datasets.Sum(dataset => Math.Max(dataset.Late, dataset.AsOf is null ? 1 : 0));
}
