namespace Archera.Sandbox.PublicApi;

internal sealed record VerificationStepAnswer(string Id, string Outcome, string Detail, string? Remedy);
