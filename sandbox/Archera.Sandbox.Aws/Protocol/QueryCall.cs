using Archera.Sandbox.Aws.Iam;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>One call of a query service whose caller is known.</summary>
internal sealed record QueryCall(Caller Caller, QueryForm Form, string Region, string SourceIp, DateTimeOffset Now);
