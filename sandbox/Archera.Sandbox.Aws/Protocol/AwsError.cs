namespace Archera.Sandbox.Aws.Protocol;

/// <summary>An error as a service words it, before it is rendered as XML or JSON.</summary>
/// <param name="Message">Null for the few errors that AWS sends without one.</param>
/// <param name="CapitalMessage">JSON services spell the member of modelled exceptions <c>Message</c>.</param>
internal sealed record AwsError(int Status, string Code, string? Message, bool CapitalMessage = false);
