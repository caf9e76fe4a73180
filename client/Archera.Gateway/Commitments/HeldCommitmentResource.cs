using System.ComponentModel.DataAnnotations;
using Archera.Contracts.Commitments;
using Archera.Gateway.Costs;

namespace Archera.Gateway.Commitments;

/// <param name="PayerAccount">Whose bill it is on, such as aws:111122223333.</param>
/// <param name="Kind">Savings Plans, or reservations.</param>
/// <param name="Id">AWS's id: of a plan its ARN, of a reservation the id that its service knows it by.</param>
/// <param name="Owner">The account that bought it: 12 digits.</param>
/// <param name="Service">What a reservation is for; null for a Savings Plan.</param>
/// <param name="Type">Of a plan Compute, EC2Instance and the like; of a reservation the type of machine.</param>
/// <param name="Region">Where it applies, as AWS says; null where AWS says nothing.</param>
/// <param name="State">AWS's word in lower case: active, retired, queued and others; as of the newest day read.</param>
/// <param name="PaymentOption">AWS's words, such as Partial Upfront.</param>
/// <param name="TermStart">The first moment of its term, UTC.</param>
/// <param name="TermEnd">The last moment of its term, UTC: when it expires.</param>
/// <param name="HourlyCommitment">Of a plan: what is to be spent each hour; decimal text.</param>
/// <param name="Count">Of a reservation: how many machines.</param>
/// <param name="UpfrontFee">What was paid at once; decimal text.</param>
/// <param name="RecurringHourlyFee">What is paid by the hour, of a reservation for each machine; decimal text.</param>
/// <param name="Currency">The currency's ISO 4217 code.</param>
public sealed record HeldCommitmentResource(
    string PayerAccount,
    CommitmentKind Kind,
    string Id,
    [property: RegularExpression("^[0-9]{12}$")] string Owner,
    string? Service,
    string Type,
    string? Region,
    string State,
    string PaymentOption,
    DateTime TermStart,
    DateTime TermEnd,
    [property: RegularExpression(AmountText.Pattern)] string? HourlyCommitment,
    int? Count,
    [property: RegularExpression(AmountText.Pattern)] string? UpfrontFee,
    [property: RegularExpression(AmountText.Pattern)] string? RecurringHourlyFee,
    string Currency)
{
    internal static HeldCommitmentResource Of(HeldCommitment held) => new(
        held.Payer.ToString(),
        held.Item.Kind,
        held.Item.Id,
        held.Item.Owner.Value,
        OrNull(held.Item.Service),
        held.Item.Type,
        OrNull(held.Item.Region),
        held.Item.State,
        held.Item.PaymentOption,
        held.Item.Start.UtcDateTime,
        held.Item.End.UtcDateTime,
        AmountText.OrNull(held.Item.HourlyCommitment),
        held.Item.Count,
        AmountText.OrNull(held.Item.UpfrontFee),
        AmountText.OrNull(held.Item.RecurringHourlyFee),
        held.Item.Currency);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
