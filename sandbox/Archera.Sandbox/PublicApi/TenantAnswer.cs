namespace Archera.Sandbox.PublicApi;

/// <param name="Key">Shown once, at creation.</param>
internal sealed record TenantAnswer(string TenantId, string Name, string Key);
