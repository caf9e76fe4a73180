using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Archera.Gateway.Tenants;

/// <param name="Name">What people call the tenant: 1 to 100 characters, no control characters, no space at either
/// end.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CreateTenant([property: Required, StringLength(100, MinimumLength = 1)] string Name);
