using Archera.Sandbox.Aws.Iam;

namespace Archera.Sandbox.Aws.Signing;

/// <summary>The caller, or why it is not believed. The region is the one that the signature is scoped to.</summary>
internal sealed record AuthenticationResult(Caller? Caller, string? Region, SignatureRefusal? Refusal);
