using System.Collections.Immutable;

namespace Archera.Contracts.Reports;

/// <param name="Period">The day, or the first of the month for monthly answers.</param>
/// <param name="Keys">One value per grouped dimension, in the order asked for.</param>
/// <param name="Amount">Exact, with AWS's scale.</param>
/// <param name="Estimated">At least one day in the amount is not finalised by AWS.</param>
[GenerateSerializer, Immutable, Alias("archera.CostRow")]
public sealed record CostRow(
    [property: Id(0)] DateOnly Period,
    [property: Id(1)] ImmutableArray<string> Keys,
    [property: Id(2)] decimal Amount,
    [property: Id(3)] string Currency,
    [property: Id(4)] bool Estimated);
