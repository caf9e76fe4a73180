namespace Archera.Sandbox.Aws.Hosting;

/// <summary>The port asked for is in use. The message is one line, fit to be shown.</summary>
public sealed class PortTakenException(int port, Exception inner)
    : IOException($"Port {port} is already in use. End the program that uses it, or choose another port (0 takes a "
        + "free one).", inner);
