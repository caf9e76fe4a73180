using System.Collections.Immutable;

namespace Archera.Contracts.Reports;

/// <summary>Whether the figures it travels with are whole, and if not, what is missing and why.</summary>
/// <param name="AsOf">The oldest read in the answer, by the billing clock; null when nothing was read.</param>
/// <param name="AccountsReceived">Payer accounts all of whose expected days are there.</param>
/// <param name="DaysExpected">Account-days, as the API documentation counts them.</param>
[GenerateSerializer, Immutable, Alias("archera.Completeness")]
public sealed record Completeness(
    [property: Id(0)] DateTimeOffset? AsOf,
    [property: Id(1)] int AccountsExpected,
    [property: Id(2)] int AccountsReceived,
    [property: Id(3)] int DaysExpected,
    [property: Id(4)] int DaysReceived,
    [property: Id(5)] ImmutableArray<LateAccount> Late)
{
    public bool IsComplete =>
        AccountsReceived == AccountsExpected && DaysReceived == DaysExpected && Late.IsDefaultOrEmpty;
}
