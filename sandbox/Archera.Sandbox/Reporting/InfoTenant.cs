namespace Archera.Sandbox.Reporting;

internal sealed record InfoTenant(string Id, string Name, string Key, IReadOnlyList<InfoPayer> PayerAccounts);
