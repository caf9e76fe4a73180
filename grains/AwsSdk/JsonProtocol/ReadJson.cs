using Amazon.Runtime.Internal.Util;

namespace Archera.AwsSdk.JsonProtocol;

/// <summary>Reads the value whose first token the reader stands on, and leaves it on the last.</summary>
internal delegate T ReadJson<out T>(ref StreamingUtf8JsonReader reader);
