using Amazon.SavingsPlans.Model;
using Archera.AwsSdk.JsonProtocol;
using static Archera.AwsSdk.JsonProtocol.JsonReading;

namespace Amazon.SavingsPlans.Internal;

/// <summary>A plan as the account that bought it sees it.</summary>
internal static class SavingsPlanReaders
{
    public static ObjectReader<SavingsPlan> SavingsPlanReader { get; } = new ObjectReader<SavingsPlan>()
        .Text("commitment", (item, value) => item.Commitment = value)
        .Text("currency", (item, value) => item.Currency = value)
        .Text("description", (item, value) => item.Description = value)
        .Text("ec2InstanceFamily", (item, value) => item.Ec2InstanceFamily = value)
        .Text("end", (item, value) => item.End = value)
        .Text("offeringId", (item, value) => item.OfferingId = value)
        .Text("paymentOption", (item, value) => item.PaymentOption = value)
        .With("productTypes", Strings, (item, value) => item.ProductTypes = value)
        .Text("recurringPaymentAmount", (item, value) => item.RecurringPaymentAmount = value)
        .Text("region", (item, value) => item.Region = value)
        .Text("returnableUntil", (item, value) => item.ReturnableUntil = value)
        .Text("savingsPlanArn", (item, value) => item.SavingsPlanArn = value)
        .Text("savingsPlanId", (item, value) => item.SavingsPlanId = value)
        .Text("savingsPlanType", (item, value) => item.SavingsPlanType = value)
        .Text("start", (item, value) => item.Start = value)
        .Text("state", (item, value) => item.State = value)
        .With("tags", StringMap, (item, value) => item.Tags = value)
        .With("termDurationInSeconds", Long, (item, value) => item.TermDurationInSeconds = value)
        .Text("upfrontPaymentAmount", (item, value) => item.UpfrontPaymentAmount = value);
}
