namespace Archera.Sandbox.PublicApi;

/// <param name="Amount">A plain decimal, as text.</param>
internal sealed record AmountAnswer(string Amount, string Currency);
