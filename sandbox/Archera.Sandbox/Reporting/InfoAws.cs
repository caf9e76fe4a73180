namespace Archera.Sandbox.Reporting;

internal sealed record InfoAws(string Endpoint, string Region, string AccessKeyId, string SecretAccessKey);
