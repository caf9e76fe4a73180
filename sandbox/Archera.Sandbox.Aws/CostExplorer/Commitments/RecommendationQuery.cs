using System.Text.Json;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>What both purchase recommendations are asked with.</summary>
internal sealed record RecommendationQuery(string AccountScope, string Lookback, string Term, string Payment)
{
    private static readonly Dictionary<string, int> Lookbacks = new(StringComparer.Ordinal)
    {
        ["SEVEN_DAYS"] = 7,
        ["THIRTY_DAYS"] = 30,
        ["SIXTY_DAYS"] = 60,
    };

    private static readonly string[] Terms = ["ONE_YEAR", "THREE_YEARS"];
    private static readonly string[] Payments = ["NO_UPFRONT", "PARTIAL_UPFRONT", "ALL_UPFRONT"];
    private static readonly string[] Scopes = ["PAYER", "LINKED"];

    /// <param name="isDefaulted">The operation has defaults; without, AWS wants each of them.</param>
    public static RecommendationQuery Read(JsonElement input, bool isDefaulted) => new(
        One(input, "AccountScope", Scopes, "PAYER"),
        One(input, "LookbackPeriodInDays", [.. Lookbacks.Keys], isDefaulted ? "SEVEN_DAYS" : null),
        One(input, "TermInYears", Terms, isDefaulted ? "ONE_YEAR" : null),
        One(input, "PaymentOption", Payments, isDefaulted ? "NO_UPFRONT" : null));

    public int Days => Lookbacks[Lookback];

    public CostSpan Span(DateOnly today) => new(today.AddDays(-Days), today);

    /// <summary>What is paid at once of what a term costs.</summary>
    public decimal UpfrontShare => Payment switch
    {
        "ALL_UPFRONT" => 1,
        "PARTIAL_UPFRONT" => 0.5m,
        _ => 0,
    };

    public int Years => Term == "ONE_YEAR" ? 1 : 3;

    private static string One(JsonElement input, string member, string[] set, string? usual)
    {
        var name = char.ToLowerInvariant(member[0]) + member[1..];
        var value = input.Text(member) ?? usual ?? throw CostExplorerRefusal.Missing(name);
        return set.Contains(value)
            ? value
            : throw CostExplorerRefusal.NotInSet(value, name, string.Join(", ", set));
    }
}
