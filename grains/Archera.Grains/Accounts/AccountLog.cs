using Archera.Contracts.Accounts;
using Archera.Contracts.Events;
using Archera.Contracts.Identity;
using Archera.Contracts.Quarantine;
using Archera.Grains.Onboarding;

namespace Archera.Grains.Accounts;

internal static partial class AccountLog
{
    [LoggerMessage(20, LogLevel.Information, "Tenant {Tenant} claims {Account}.")]
    public static partial void Claimed(ILogger logger, TenantId tenant, PayerAccountKey account);

    [LoggerMessage(
        21,
        LogLevel.Information,
        "Verification of {Account} for {Tenant} ended: {Verdict}, now {Connection}.")]
    public static partial void Verified(
        ILogger logger,
        PayerAccountKey account,
        TenantId tenant,
        VerificationVerdict verdict,
        ConnectionState? connection);

    [LoggerMessage(
        24,
        LogLevel.Warning,
        "{Account} is suspended ({Cause}): it is not read until its role is in order.")]
    public static partial void Suspended(ILogger logger, PayerAccountKey account, SuspensionCause cause);

    [LoggerMessage(
        29,
        LogLevel.Warning,
        "The role of {Account} was found shut or open last at {CheckedAt}: no check since could tell. It is tried on.")]
    public static partial void CheckOverdue(ILogger logger, PayerAccountKey account, DateTimeOffset? checkedAt);

    [LoggerMessage(25, LogLevel.Information, "{Account} for {Tenant}: {Kind}.")]
    public static partial void Moved(
        ILogger logger, PayerAccountKey account, TenantId tenant, TenantEventKind kind);

    [LoggerMessage(26, LogLevel.Error, "What happened to {Account} could not be told yet; it is told later.")]
    public static partial void NotTold(ILogger logger, Exception exception, PayerAccountKey account);

    [LoggerMessage(
        30,
        LogLevel.Error,
        "{Lost} notices about {Account} are lost: too many wait for event records that can't be written. The tenants' "
        + "next events say how many.")]
    public static partial void NoticesLost(ILogger logger, PayerAccountKey account, int lost);

    [LoggerMessage(
        27,
        LogLevel.Warning,
        "The operator decides about the claim of {Tenant} on {Account}: {Decision}. By the key {OperatorKeyId}.")]
    public static partial void Decided(
        ILogger logger, PayerAccountKey account, TenantId tenant, ClaimDecision decision, string operatorKeyId);

    [LoggerMessage(28, LogLevel.Information, "{Account} does not work for {Tenant} any more: it is being offboarded.")]
    public static partial void Left(ILogger logger, PayerAccountKey account, TenantId tenant);

    [LoggerMessage(
        23, LogLevel.Error, "The reminder of {Account} could not be looked at; the next activation looks again.")]
    public static partial void ReminderNotKept(ILogger logger, Exception exception, PayerAccountKey account);

    [LoggerMessage(22, LogLevel.Error, "Verification of {Account} for {Tenant} broke off. Verify again.")]
    public static partial void VerificationBrokeOff(
        ILogger logger, Exception exception, PayerAccountKey account, TenantId tenant);
}
