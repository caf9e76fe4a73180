namespace Archera.Sandbox.Aws.Throttling;

/// <summary>Which bucket of its account and region a call draws from, and how large that is.</summary>
internal sealed record RequestBucket(string Api, ServiceQuota Quota);
