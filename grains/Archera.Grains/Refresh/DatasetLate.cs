using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;

namespace Archera.Grains.Refresh;

/// <param name="Attempts">How often it was tried in a row; decides the next back-off.</param>
[GenerateSerializer, Immutable, Alias("archera.state.DatasetLate")]
public sealed record DatasetLate(
    [property: Id(0)] DatasetName Dataset,
    [property: Id(1)] LateRead Read,
    [property: Id(2)] int Attempts);
