using Archera.Sandbox.Aws.Iam;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>One call of a query service whose caller is known.</summary>
/// <param name="StaleTrust">A drawn fault: decide by a role's trust as it was before its last change.</param>
/// <param name="RepeatToken">A drawn fault: answer with the page token that was sent.</param>
internal sealed record QueryCall(
    Caller Caller, QueryForm Form, string Region, string SourceIp, DateTimeOffset Now, bool StaleTrust,
    bool RepeatToken);
