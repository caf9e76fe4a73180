namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>
/// What tells one metric from another: namespace, name and the whole set of dimensions, in whatever order they come.
/// A part of the set is another metric.
/// </summary>
public sealed class MetricKey : IEquatable<MetricKey>
{
    private readonly string _text;

    public MetricKey(string space, string name, IEnumerable<MetricDimension> dimensions)
    {
        (Namespace, Name) = (space, name);
        Dimensions = [.. dimensions.OrderBy(dimension => dimension.Name, StringComparer.Ordinal)];
        _text = string.Join(
            '\n', [space, name, .. Dimensions.SelectMany(dimension => new[] { dimension.Name, dimension.Value })]);
    }

    public string Namespace { get; }

    public string Name { get; }

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<MetricDimension> Dimensions { get; }

    public string? Dimension(string name) =>
        Dimensions.Where(dimension => dimension.Name == name).Select(dimension => dimension.Value).FirstOrDefault();

    public bool Equals(MetricKey? other) => other is not null && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as MetricKey);

    public override int GetHashCode() => string.GetHashCode(_text, StringComparison.Ordinal);

    public override string ToString() => _text.Replace('\n', ' ');
}
