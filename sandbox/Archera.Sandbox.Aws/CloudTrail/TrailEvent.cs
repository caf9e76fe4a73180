using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Iam;
using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.CloudTrail;

/// <summary>One management event, in the shape that CloudTrail delivers.</summary>
internal sealed record TrailEvent(
    ServiceProfile Service,
    string Name,
    string Region,
    string RequestId,
    DateTimeOffset At,
    string SourceIp,
    string UserAgent,
    Caller Caller,
    JsonNode? RequestParameters,
    JsonNode? ResponseElements,
    string? ResourceArn,
    AwsError? Error)
{
    private static readonly string[] Reads = ["Get", "List", "Describe", "Assume"];

    /// <summary>CloudTrail counts AssumeRole as a read.</summary>
    private bool IsReadOnly => Array.Exists(Reads, read => Name.StartsWith(read, StringComparison.Ordinal));

    /// <summary>The event as it stands in the caller's account.</summary>
    internal byte[] ForCaller(string? sharedEventId) => Render(Caller.AccountId, Identity(Caller), sharedEventId);

    /// <summary>The same event in the account of the resource: it names the caller's account, not the caller.</summary>
    internal byte[] ForOwner(string account, string sharedEventId) => Render(
        account,
        new JsonObject
        {
            ["type"] = "AWSAccount",
            ["principalId"] = Caller.UserId,
            ["accountId"] = Caller.AccountId,
        },
        sharedEventId);

    private byte[] Render(string recipient, JsonObject identity, string? sharedEventId)
    {
        var json = new JsonObject
        {
            ["eventVersion"] = "1.11",
            ["userIdentity"] = identity,
            ["eventTime"] = Iso(At),
            ["eventSource"] = Service.EventSource,
            ["eventName"] = Name,
            ["awsRegion"] = Region,
            ["sourceIPAddress"] = SourceIp,
            ["userAgent"] = UserAgent,
        };
        if (Error is not null)
        {
            json["errorCode"] = Service.Protocol != WireProtocol.Ec2 ? Error.Code
                : (Error.Code == "InternalError" ? "Server." : "Client.") + Error.Code;
            json["errorMessage"] = Error.Message;
        }

        json["requestParameters"] = RequestParameters?.DeepClone();
        json["responseElements"] = Error is null ? ResponseElements?.DeepClone() : null;
        json["requestID"] = RequestId;
        json["eventID"] = UniqueId.Request();
        json["readOnly"] = IsReadOnly;
        if (ResourceArn is not null)
        {
            json["resources"] = new JsonArray(new JsonObject
            {
                ["accountId"] = ResourceArn.Split(':')[4],
                ["type"] = "AWS::IAM::Role",
                ["ARN"] = ResourceArn,
            });
        }

        json["eventType"] = "AwsApiCall";
        json["managementEvent"] = true;
        json["recipientAccountId"] = recipient;
        if (sharedEventId is not null)
            json["sharedEventID"] = sharedEventId;
        json["eventCategory"] = "Management";
        json["tlsDetails"] = new JsonObject { ["tlsVersion"] = "TLSv1.3", ["cipherSuite"] = "TLS_AES_128_GCM_SHA256" };
        return JsonSerializer.SerializeToUtf8Bytes(json);
    }

    private static JsonObject Identity(Caller caller)
    {
        var identity = new JsonObject
        {
            ["type"] = caller.Session is null ? "IAMUser" : "AssumedRole",
            ["principalId"] = caller.UserId,
            ["arn"] = caller.Arn,
            ["accountId"] = caller.AccountId,
            ["accessKeyId"] = caller.AccessKeyId,
        };
        if (caller.Session is not { } session)
        {
            identity["userName"] = caller.Arn[(caller.Arn.LastIndexOf('/') + 1)..];
            return identity;
        }

        var context = new JsonObject
        {
            ["sessionIssuer"] = new JsonObject
            {
                ["type"] = "Role",
                ["principalId"] = session.RoleId,
                ["arn"] = session.RoleArn,
                ["accountId"] = session.AccountId,
                ["userName"] = RoleArn.TryParse(session.RoleArn)!.Name,
            },
            ["attributes"] =
                new JsonObject { ["creationDate"] = Iso(session.IssuedAt), ["mfaAuthenticated"] = "false" },
        };
        if (session.SourceIdentity is not null)
            context["sourceIdentity"] = session.SourceIdentity;
        identity["sessionContext"] = context;
        return identity;
    }

    internal static string Iso(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
