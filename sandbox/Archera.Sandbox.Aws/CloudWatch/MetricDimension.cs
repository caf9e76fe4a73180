namespace Archera.Sandbox.Aws.CloudWatch;

public readonly record struct MetricDimension(string Name, string Value);
