using System.ComponentModel.DataAnnotations;
using Archera.Contracts.Commitments;
using Archera.Gateway.Costs;

namespace Archera.Gateway.Commitments;

/// <param name="PayerAccount">Whose bill it is about, such as aws:111122223333.</param>
/// <param name="Kind">Savings Plans, or reservations.</param>
/// <param name="Service">What a reservation would be for; null for a Savings Plan.</param>
/// <param name="Type">Of a plan AWS's word, such as COMPUTE_SP; of a reservation the type of machine.</param>
/// <param name="Account">Who is advised to buy: 12 digits.</param>
/// <param name="Region">Where; null where AWS names none.</param>
/// <param name="HourlyCommitment">Of a plan: what to commit to spend each hour; decimal text.</param>
/// <param name="Count">Of a reservation: how many machines; decimal text.</param>
/// <param name="Term">AWS's word: ONE_YEAR.</param>
/// <param name="PaymentOption">AWS's word: NO_UPFRONT.</param>
/// <param name="Lookback">The days that AWS looked back on, in its word: THIRTY_DAYS.</param>
/// <param name="UpfrontCost">What is to be paid at once; decimal text.</param>
/// <param name="EstimatedMonthlySavings">AWS's estimate; decimal text.</param>
/// <param name="EstimatedSavingsPercent">AWS's estimate, of what is spent at on-demand rates; decimal text.</param>
/// <param name="EstimatedUtilization">AWS's estimate, percent; decimal text.</param>
/// <param name="Currency">The currency's ISO 4217 code.</param>
/// <param name="GeneratedAt">When AWS made it, as AWS writes it; null where it does not say.</param>
public sealed record RecommendationResource(
    string PayerAccount,
    CommitmentKind Kind,
    string? Service,
    string Type,
    [property: RegularExpression("^[0-9]{12}$")] string Account,
    string? Region,
    [property: RegularExpression(AmountText.Pattern)] string? HourlyCommitment,
    [property: RegularExpression(AmountText.Pattern)] string? Count,
    string Term,
    string PaymentOption,
    string Lookback,
    [property: RegularExpression(AmountText.Pattern)] string? UpfrontCost,
    [property: RegularExpression(AmountText.Pattern)] string? EstimatedMonthlySavings,
    [property: RegularExpression(AmountText.Pattern)] string? EstimatedSavingsPercent,
    [property: RegularExpression(AmountText.Pattern)] string? EstimatedUtilization,
    string Currency,
    string? GeneratedAt)
{
    internal static RecommendationResource Of(RecommendationRow row) => new(
        row.Payer.ToString(),
        row.Recommendation.Kind,
        OrNull(row.Recommendation.Service),
        row.Recommendation.Type,
        row.Recommendation.Account.Value,
        OrNull(row.Recommendation.Region),
        AmountText.OrNull(row.Recommendation.HourlyCommitment),
        AmountText.OrNull(row.Recommendation.Count),
        row.Recommendation.Term,
        row.Recommendation.PaymentOption,
        row.Recommendation.Lookback,
        AmountText.OrNull(row.Recommendation.UpfrontCost),
        AmountText.OrNull(row.Recommendation.EstimatedMonthlySavings),
        AmountText.OrNull(row.Recommendation.EstimatedSavingsPercent),
        AmountText.OrNull(row.Recommendation.EstimatedUtilization),
        row.Recommendation.Currency,
        OrNull(row.Recommendation.GeneratedAt));

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
