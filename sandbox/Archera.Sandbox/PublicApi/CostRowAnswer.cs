namespace Archera.Sandbox.PublicApi;

internal sealed record CostRowAnswer(DateOnly Period, IReadOnlyList<string> Keys, string Amount, string Currency);
