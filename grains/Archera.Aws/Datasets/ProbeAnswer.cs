namespace Archera.Aws.Datasets;

/// <summary>AWS answered a probe: what it asks for is allowed. The answer itself has been thrown away.</summary>
public sealed record ProbeAnswer;
