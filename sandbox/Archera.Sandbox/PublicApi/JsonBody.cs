using System.Net.Http.Headers;
using System.Text.Json;

namespace Archera.Sandbox.PublicApi;

/// <summary>A JSON body of known length, as curl sends it.</summary>
internal static class JsonBody
{
    internal static HttpContent Of(object value)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, JsonSerializerOptions.Web));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
