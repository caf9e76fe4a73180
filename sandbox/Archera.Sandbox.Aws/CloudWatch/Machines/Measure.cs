namespace Archera.Sandbox.Aws.CloudWatch.Machines;

/// <summary>What is measured at a minute, counted from 1970.</summary>
internal delegate double Measure(Workload workload, long minute);
