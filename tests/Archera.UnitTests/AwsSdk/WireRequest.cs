namespace Archera.UnitTests.AwsSdk;

/// <summary>A request as it came over the wire.</summary>
public sealed record WireRequest(string RequestLine, IReadOnlyDictionary<string, string> Headers, string Body);
