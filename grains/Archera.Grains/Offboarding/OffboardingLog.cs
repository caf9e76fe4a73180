using Archera.Contracts.Identity;

namespace Archera.Grains.Offboarding;

internal static partial class OffboardingLog
{
    [LoggerMessage(80, LogLevel.Information, "Tenant {Tenant} leaves {Account}: operation {Operation}.")]
    public static partial void Begins(
        ILogger logger, TenantId tenant, PayerAccountKey account, OperationId operation);

    [LoggerMessage(81, LogLevel.Information, "Tenant {Tenant} has left {Account}: receipt {ReceiptId}.")]
    public static partial void Ended(ILogger logger, TenantId tenant, PayerAccountKey account, string receiptId);

    [LoggerMessage(
        82, LogLevel.Error, "Offboarding {Operation} of {Tenant} could not do step {Step}; it is tried again.")]
    public static partial void StepFailed(
        ILogger logger, Exception exception, OperationId operation, TenantId tenant, DepartureStep step);

    [LoggerMessage(83, LogLevel.Warning, "Another activation carries on the offboardings of {Tenant}; this one ends.")]
    public static partial void Fenced(ILogger logger, Exception exception, TenantId tenant);

    [LoggerMessage(84, LogLevel.Error, "The offboardings of {Tenant} broke off; they are tried again.")]
    public static partial void BrokeOff(ILogger logger, Exception exception, TenantId tenant);

    [LoggerMessage(85, LogLevel.Warning, "Receipt {ReceiptId} of {Tenant} is dropped: it is older than {Kept} others.")]
    public static partial void ReceiptDropped(ILogger logger, TenantId tenant, string receiptId, int kept);
}
