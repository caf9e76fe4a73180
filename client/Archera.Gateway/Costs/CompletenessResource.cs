using Archera.Contracts.Reports;

namespace Archera.Gateway.Costs;

/// <summary>Whether the figures are whole, and if not, what is missing and why.</summary>
/// <param name="IsComplete">Every expected account and day is in, and nothing is late.</param>
/// <param name="AsOf">The oldest read in the answer, UTC; null when nothing was read.</param>
/// <param name="AccountsExpected">Payer accounts in the filter that were ever connected and are not offboarded.</param>
/// <param name="AccountsReceived">Those of them whose expected days are all in.</param>
/// <param name="DaysExpected">Account-days due: from the account's first day to yesterday, within the range.</param>
/// <param name="DaysReceived">Those of them that are in; an estimated day counts.</param>
/// <param name="Late">Each account and dataset that is not whole, by name and reason.</param>
public sealed record CompletenessResource(
    bool IsComplete,
    DateTime? AsOf,
    int AccountsExpected,
    int AccountsReceived,
    int DaysExpected,
    int DaysReceived,
    IReadOnlyList<LateResource> Late)
{
    internal static CompletenessResource Of(Completeness completeness) => new(
        completeness.IsComplete,
        completeness.AsOf?.UtcDateTime,
        completeness.AccountsExpected,
        completeness.AccountsReceived,
        completeness.DaysExpected,
        completeness.DaysReceived,
        completeness.Late.IsDefault ? [] : [.. completeness.Late.Select(LateResource.Of)]);
}
