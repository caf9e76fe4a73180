using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Organizations;

internal static class OrganizationErrors
{
    /// <summary>Also the text of a refusal by IAM: Organizations does not say which of the two it was.</summary>
    internal const string NoPermission = "You don't have permissions to access this resource.";

    internal static readonly JsonAnswer NotInUse = JsonAnswer.Error(
        400, "AWSOrganizationsNotInUseException", "Your account is not a member of an organization.",
        capitalMessage: true);

    internal static readonly JsonAnswer AccessDenied =
        JsonAnswer.Error(400, "AccessDeniedException", NoPermission, capitalMessage: true);

    internal static JsonAnswer InvalidInput(string reason, string message)
    {
        const string Type = "InvalidInputException";
        var body = new JsonObject { ["__type"] = Type, ["Message"] = message, ["Reason"] = reason };
        return new JsonAnswer(400, JsonSerializer.SerializeToUtf8Bytes(body), Type, message);
    }
}
