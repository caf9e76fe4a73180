using Archera.Sandbox.Aws.Billing;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>An answer before transport faults touch it.</summary>
internal sealed record WireAnswer(int Status, string ContentType, ReadOnlyMemory<byte> Body, CallOutcome Outcome)
{
    internal const string Xml = "text/xml";
    internal const string Json = "application/x-amz-json-1.1";
}
