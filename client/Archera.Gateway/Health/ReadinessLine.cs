namespace Archera.Gateway.Health;

/// <summary>One line of <c>/readyz</c>.</summary>
/// <param name="Name">The dependency.</param>
/// <param name="Ready">Whether it answers.</param>
/// <param name="Detail">What was found.</param>
public sealed record ReadinessLine(string Name, bool Ready, string Detail);
