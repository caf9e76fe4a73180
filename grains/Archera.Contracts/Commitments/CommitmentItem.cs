using Archera.Contracts.Identity;

namespace Archera.Contracts.Commitments;

/// <summary>One Savings Plan, or one reservation, as it was known when its day was read.</summary>
/// <param name="Id">AWS's id: of a plan its ARN, of a reservation the id that EC2 and others know it by.</param>
/// <param name="Owner">The account that bought it.</param>
/// <param name="Service">Of a reservation, the service that it is for; empty for a Savings Plan.</param>
/// <param name="Type">Of a plan <c>Compute</c> and the like; of a reservation the type of machine.</param>
/// <param name="State">AWS's word in lower case: <c>active</c>, <c>retired</c>, <c>queued</c> …</param>
/// <param name="PaymentOption">AWS's words, such as <c>Partial Upfront</c>.</param>
/// <param name="HourlyCommitment">Of a plan: what is to be spent each hour.</param>
/// <param name="Count">Of a reservation: how many machines.</param>
[GenerateSerializer, Immutable, Alias("archera.CommitmentItem")]
public sealed record CommitmentItem(
    [property: Id(0)] CommitmentKind Kind,
    [property: Id(1)] string Id,
    [property: Id(2)] AwsAccountId Owner,
    [property: Id(3)] string Service,
    [property: Id(4)] string Type,
    [property: Id(5)] string Region,
    [property: Id(6)] string State,
    [property: Id(7)] string PaymentOption,
    [property: Id(8)] DateTimeOffset Start,
    [property: Id(9)] DateTimeOffset End,
    [property: Id(10)] decimal? HourlyCommitment,
    [property: Id(11)] int? Count,
    [property: Id(12)] decimal? UpfrontFee,
    [property: Id(13)] decimal? RecurringHourlyFee,
    [property: Id(14)] string Currency)
{
    /// <summary>It runs on at least a part of the day.</summary>
    public bool IsOn(DateOnly day) =>
        DateOnly.FromDateTime(Start.UtcDateTime) <= day && day <= DateOnly.FromDateTime(End.UtcDateTime);

    /// <summary>It was bought and does not run yet, or never will.</summary>
    public bool IsWaiting => State is not ("active" or "retired" or "expired" or "returned");
}
