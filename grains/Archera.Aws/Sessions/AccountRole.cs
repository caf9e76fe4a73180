using Archera.Contracts.Identity;

namespace Archera.Aws.Sessions;

/// <summary>
/// How one account is entered: its role, the external id, and the actions that the session is narrowed to.
/// </summary>
public sealed record AccountRole(
    PayerAccountKey Account,
    RoleArn RoleArn,
    ExternalId ExternalId,
    IReadOnlyList<string> Actions);
