namespace Archera.Sandbox;

/// <summary>
/// The sandbox can't go on. The message is for the person who started it: what happened and what to do next.
/// </summary>
internal sealed class SandboxException(string message, Exception? cause = null) : Exception(message, cause);
