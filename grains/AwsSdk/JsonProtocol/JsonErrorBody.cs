using System.Text.Json;

namespace Archera.AwsSdk.JsonProtocol;

/// <summary>The members that a modelled error has beside code and message.</summary>
internal readonly record struct JsonErrorBody(byte[] Utf8)
{
    public string Member(string name)
    {
        if (Utf8 == null || Utf8.Length == 0)
            return null;
        try
        {
            using var document = JsonDocument.Parse(Utf8);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(name, out var value)
                && value.ValueKind == JsonValueKind.String
                    ? value.GetString()
                    : null;
        }
        catch (JsonException)
        {
            return null; // A proxy's page in place of AWS's error: the code alone tells.
        }
    }
}
