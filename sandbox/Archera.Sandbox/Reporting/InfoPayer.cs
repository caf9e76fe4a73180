namespace Archera.Sandbox.Reporting;

internal sealed record InfoPayer(string PayerAccount, string RoleArn, string ExternalId);
