using Archera.Sandbox.Aws.Billing;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>An answer before transport faults touch it.</summary>
/// <param name="ErrorType">The error's code, for the services that send it in a header.</param>
internal sealed record WireAnswer(
    int Status, string ContentType, ReadOnlyMemory<byte> Body, CallOutcome Outcome, string? ErrorType = null)
{
    internal const string Xml = "text/xml";
    internal const string Ec2Xml = "text/xml;charset=UTF-8";
    internal const string Json = "application/x-amz-json-1.1";
    internal const string OlderJson = "application/x-amz-json-1.0";
    internal const string RestJson = "application/json";
    internal const string Cbor = "application/cbor";

    /// <summary>Further headers that the protocol has.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
