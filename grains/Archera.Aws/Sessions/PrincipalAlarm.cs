using System.Collections.Concurrent;
using Archera.Aws.Calls;
using Archera.Contracts.Identity;
using Microsoft.Extensions.Logging;

namespace Archera.Aws.Sessions;

/// <summary>
/// Tells the operator of a principal of ours that proves nothing. Every time is counted; the log says it once in a
/// while, since each account that is verified meanwhile meets it.
/// </summary>
internal sealed partial class PrincipalAlarm(
    AwsInstruments instruments, TimeProvider time, ILogger<PrincipalAlarm> logger)
{
    /// <summary>The log says the same of one principal no more often than that.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(OurPrincipal, AwsPartition), (string Code, long At)> _said = new();

    public void Raise(OurPrincipal principal, AwsPartition partition, AwsFailure fault)
    {
        instruments.PrincipalUnproven(principal, partition, fault.Reason);
        var (key, now) = ((principal, partition), time.GetTimestamp());
        if (_said.TryGetValue(key, out var said)
            && said.Code == fault.Code
            && time.GetElapsedTime(said.At, now) < Quiet)
            return;
        _said[key] = (fault.Code, now);
        if (principal == OurPrincipal.Ourselves)
            OurselvesUnproven(logger, partition, fault.Code, fault.Detail);
        else
            WitnessUnproven(logger, principal, partition, fault.Code, fault.Detail);
    }

    [LoggerMessage(
        60,
        LogLevel.Critical,
        "Our own principal of partition {Partition} can't open roles, or can't show that it may ({Code}): until it is "
        + "mended no account is read anew, and none is suspended or refused for it. Seen at: {Detail}")]
    private static partial void OurselvesUnproven(ILogger logger, AwsPartition partition, string code, string detail);

    [LoggerMessage(
        61,
        LogLevel.Error,
        "The {Principal} of partition {Partition} proves nothing ({Code}): until it is mended no account is connected, "
        + "and no connected one is found shut to others. Seen at: {Detail}")]
    private static partial void WitnessUnproven(
        ILogger logger, OurPrincipal principal, AwsPartition partition, string code, string detail);
}
