using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Orleans.Concurrency;

namespace Archera.Contracts.LinkedAccounts;

/// <summary>A payer account as its linked accounts see it. Key: <see cref="PayerAccountKey"/> as text.</summary>
[Alias("archera.IPayerOfLinkedAccountsGrain")]
public interface IPayerOfLinkedAccountsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Null: the account is not read. It is not on the payer's list, or the payer itself is not read.
    /// </summary>
    [Alias("GetLinkedAccess"), AlwaysInterleave]
    Task<LinkedAccess?> GetLinkedAccessAsync(AwsAccountId linked, CancellationToken cancellationToken);

    /// <summary>
    /// The connected account's own machines were read through the payer's role: how often AWS answered each action
    /// counts as used of it. Ignored when it was read for another tenant than the account's owner.
    /// </summary>
    [Alias("NoteUses")]
    Task NoteUsesAsync(
        TenantId tenant, ImmutableDictionary<string, long> actions, CancellationToken cancellationToken);
}
