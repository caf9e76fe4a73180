namespace Archera.Contracts.Reports;

[GenerateSerializer, Immutable, Alias("archera.CurrencyTotal")]
public sealed record CurrencyTotal([property: Id(0)] decimal Amount, [property: Id(1)] string Currency);
