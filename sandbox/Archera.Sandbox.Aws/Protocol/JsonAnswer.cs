using System.Text.Json;
using System.Text.Json.Nodes;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>The answer of one operation: the HTTP status and the JSON body as it goes over the wire.</summary>
public sealed record JsonAnswer(
    int Status, ReadOnlyMemory<byte> Body, string? ErrorCode = null, string? ErrorMessage = null)
{
    public static JsonAnswer Ok(ReadOnlyMemory<byte> body) => new(200, body);

    /// <summary>
    /// An error in the shape of AWS's JSON services: <c>__type</c> and <c>message</c>, or <c>Message</c> for the
    /// exceptions that the service model declares with a capital letter.
    /// </summary>
    public static JsonAnswer Error(int status, string type, string message, bool capitalMessage = false)
    {
        var body = new JsonObject { ["__type"] = type, [capitalMessage ? "Message" : "message"] = message };
        return new JsonAnswer(status, JsonSerializer.SerializeToUtf8Bytes(body), type, message);
    }
}
