using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Archera.Contracts.Identity;

namespace Archera.Grains.Offboarding;

/// <summary>What a receipt says, in the JSON that is signed. It says nothing of other tenants.</summary>
public static class ReceiptPayload
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static byte[] Write(TenantId tenant, Departure departure, DateTimeOffset endedAt)
    {
        var isOwner = departure.Claim is { IsOwner: true };
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                departure.ReceiptId,
                Tenant = tenant.Value,
                PayerAccount = departure.PayerAccount.ToString(),
                Operation = departure.Operation.ToString(),
                StartedAt = departure.StartedAt.UtcDateTime,
                EndedAt = endedAt.UtcDateTime,
                Scope = isOwner
                    ? "Everything read from the account, its schedule, and the claim with its external id and role."
                    : "The claim with its external id and role. Nothing was kept of the account for this tenant.",
                Deleted = departure.Deleted.Add("claim", 1)
                    .Select(kind => new { Kind = kind.Key, Records = kind.Value }),
                departure.Remaining,
                DestroyedDataKeys = departure.Claim?.DataKeys ?? [],
                LastAssumeRole = Of(departure.Door ?? LastDoor.NotTried),
                OtherRole = departure.OtherDoor is { } other ? Of(other) : null,
                Backups = isOwner ? OfEverything : OfTheClaim,
            },
            Form);
    }

    private static object Of(LastDoor door) => new
    {
        door.Outcome,
        RoleArn = door.Role,
        door.Detail,
        door.AwsRequestId,
        TriedAt = door.TriedAt?.UtcDateTime,
    };

    private const string OfEverything =
        "Backups of the state from before endedAt still hold the deleted records, sealed under the destroyed data "
        + "keys: nothing that is kept now opens them. A backup of the key store from before then holds those keys, "
        + "wrapped. Only who restores both, and has the installation's master key, could read the records again, until "
        + "either backup is deleted.";

    private const string OfTheClaim =
        "Backups of the state from before endedAt still hold the claim, sealed. Only who restores one, and has the "
        + "keys of its time and the installation's master key, could read it again, until the backup is deleted. The "
        + "external id is never issued again.";
}
