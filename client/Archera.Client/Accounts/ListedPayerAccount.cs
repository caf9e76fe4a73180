using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;

namespace Archera.Client.Accounts;

/// <summary>An account of a tenant's list.</summary>
/// <param name="Answer">The claim, or why the account can't show it: its stored record is damaged or lost.</param>
public sealed record ListedPayerAccount(PayerAccountKey PayerAccount, Answer<PayerAccountView> Answer);
