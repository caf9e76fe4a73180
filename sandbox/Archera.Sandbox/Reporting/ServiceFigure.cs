namespace Archera.Sandbox.Reporting;

internal sealed record ServiceFigure(string Name, decimal Amount, string Currency);
