using Archera.Contracts.Identity;

namespace Archera.Contracts.Commitments;

/// <summary>What AWS itself recommends to buy, with its own estimates; we calculate none of them.</summary>
/// <param name="Service">What a reservation would be for; empty for a Savings Plan.</param>
/// <param name="Type">Of a plan AWS's word, such as <c>COMPUTE_SP</c>; of a reservation the type of machine.</param>
/// <param name="Account">Who is advised to buy.</param>
/// <param name="HourlyCommitment">Of a plan: what to commit to spend each hour.</param>
/// <param name="Count">Of a reservation: how many machines.</param>
/// <param name="EstimatedUtilization">Percent.</param>
/// <param name="EstimatedSavingsPercent">Percent of what is spent at on-demand rates.</param>
/// <param name="GeneratedAt">When AWS made it, as it writes it; empty where it does not say.</param>
[GenerateSerializer, Immutable, Alias("archera.CommitmentRecommendation")]
public sealed record CommitmentRecommendation(
    [property: Id(0)] CommitmentKind Kind,
    [property: Id(1)] string Service,
    [property: Id(2)] string Type,
    [property: Id(3)] AwsAccountId Account,
    [property: Id(4)] string Region,
    [property: Id(5)] decimal? HourlyCommitment,
    [property: Id(6)] decimal? Count,
    [property: Id(7)] string Term,
    [property: Id(8)] string PaymentOption,
    [property: Id(9)] string Lookback,
    [property: Id(10)] decimal? UpfrontCost,
    [property: Id(11)] decimal? EstimatedMonthlySavings,
    [property: Id(12)] decimal? EstimatedSavingsPercent,
    [property: Id(13)] decimal? EstimatedUtilization,
    [property: Id(14)] string Currency,
    [property: Id(15)] string GeneratedAt);
