using System.Diagnostics.CodeAnalysis;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets;

/// <summary>
/// All datasets that are registered, each name once, their actions small enough for one session policy.
/// </summary>
public sealed class DatasetCatalogue
{
    private readonly Dictionary<DatasetName, IDataset> _byName;

    /// <exception cref="ArgumentException">A name comes twice, or the actions do not fit a session policy.</exception>
    public DatasetCatalogue(IEnumerable<IDataset> datasets)
    {
        All = [.. datasets.OrderBy(d => d.Name.Value, StringComparer.Ordinal)];
        _byName = All.ToDictionary(d => d.Name);
        Actions = [.. All.SelectMany(d => d.Actions).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _ = SessionPolicy.Of(Actions);
    }

    public IReadOnlyList<IDataset> All { get; }

    /// <summary>What one session needs for all datasets.</summary>
    public IReadOnlyList<string> Actions { get; }

    public bool TryFind(DatasetName name, [NotNullWhen(true)] out IDataset? dataset) =>
        _byName.TryGetValue(name, out dataset);
}
