using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets.LinkedAccounts;

/// <summary>
/// A member account as Organizations lists it. Its e-mail address is not kept: nothing here needs it.
/// </summary>
/// <param name="State">AWS's word, such as <c>ACTIVE</c> or <c>SUSPENDED</c>; <c>UNKNOWN</c> where AWS sent
/// none.</param>
/// <param name="JoinedAt">When it joined the organization, where AWS says so.</param>
public sealed record LinkedAccount(AwsAccountId Id, string Name, string State, DateTimeOffset? JoinedAt)
{
    public const string UnknownState = "UNKNOWN";
}
