namespace Archera.Aws.Sessions;

/// <summary>Who AWS says the session is.</summary>
public sealed record CallerIdentity(string Account, string Arn);
