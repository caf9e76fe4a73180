using Archera.Sandbox.Aws.Iam;

namespace Archera.Sandbox.Aws.Sts;

/// <summary>One checked STS call.</summary>
internal sealed record QueryCall(Caller Caller, QueryForm Form, string Region, string SourceIp, DateTimeOffset Now);
