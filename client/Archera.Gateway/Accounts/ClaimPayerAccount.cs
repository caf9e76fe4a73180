using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Archera.Contracts.Accounts;

namespace Archera.Gateway.Accounts;

/// <param name="AccountId">The AWS account id: 12 digits as text. A JSON number is refused: it loses leading
/// zeros.</param>
/// <param name="Partition">aws, aws-us-gov or aws-cn.</param>
/// <param name="Tier">How much the customer's role grants.</param>
/// <param name="Mode">Whether the account pays for an organization or is a linked account alone; Payer when left
/// out.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ClaimPayerAccount(
    [property: Required, RegularExpression("^[0-9]{12}$")] string AccountId,
    [property: Required, RegularExpression("^(aws|aws-us-gov|aws-cn)$")] string Partition,
    [property: Required] PermissionTier Tier,
    ConnectionMode? Mode = null);
