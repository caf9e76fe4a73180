using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Archera.Gateway.Accounts;

/// <param name="RoleArn">The role that the customer made for us, in the payer account itself.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SetRole([property: Required, StringLength(2048, MinimumLength = 20)] string RoleArn);
