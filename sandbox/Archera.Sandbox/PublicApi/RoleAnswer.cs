using System.Text.Json;

namespace Archera.Sandbox.PublicApi;

/// <summary>
/// The role that a claim asks for, of <c>permissions.json</c>; in the same shape the simulated AWS takes it.
/// </summary>
internal sealed record RoleAnswer(
    string RoleArn, JsonElement TrustPolicy, JsonElement PermissionPolicy, int MaxSessionSeconds);
