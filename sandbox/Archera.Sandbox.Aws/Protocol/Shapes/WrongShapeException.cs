namespace Archera.Sandbox.Aws.Protocol.Shapes;

/// <summary>An input that is not of its operation's shape: AWS refuses it before it looks at any value.</summary>
internal sealed class WrongShapeException(string message) : Exception(message);
