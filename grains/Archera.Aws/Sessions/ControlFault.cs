using Archera.Aws.Calls;
using Archera.Contracts.Identity;

namespace Archera.Aws.Sessions;

/// <summary>
/// Why our control role says nothing of a role that refuses us, without a word of the account that it was asked for:
/// other accounts' refusals are judged by it too.
/// </summary>
/// <param name="IsOurs">Our principal, its policy or the control role is to be mended; or else AWS did not say.</param>
internal sealed record ControlFault(string Reason, FaultOf Fault, string Code, bool IsOurs, string? RequestId)
{
    public const string Refused = "ControlRefused";
    public const string Unfit = "UnfitControl";

    /// <summary>A refusal of the control role, or an answer that no repetition changes, is a fault of ours.</summary>
    public static ControlFault Of(AwsFailure failure) => failure switch
    {
        { Reason: FailureReasons.AccessDenied } => Ours(Refused, failure.RequestId),
        { CanRetry: false } or { Fault: FaultOf.Vendor } => Ours(failure.Code, failure.RequestId),
        _ => new(failure.Reason, failure.Fault, failure.Code, IsOurs: false, failure.RequestId),
    };

    public static ControlFault Ours(string code, string? requestId = null) =>
        new(FailureReasons.VendorCredentials, FaultOf.Vendor, code, IsOurs: true, requestId);

    /// <summary>What becomes of a refusal that the control was asked about: it proves nothing.</summary>
    public AwsFailure About(PayerAccountKey account)
    {
        var option = $"Aws:Partitions:{account.Partition}:{nameof(AwsPartitionOptions.ControlRole)}";
        var why = (IsOurs, Code) switch
        {
            (true, Refused) => $"it refuses us the role of {option} too, which must open to us. The fault is on our "
                + "side: the operator has to correct what our principal may do",
            (true, Unfit) => $"the role of {option} is in our principal's own account, which says nothing about the "
                + "roles of others. The fault is on our side: the operator has to correct the option",
            (true, _) => $"asked for the role of {option}, which must open to us, it answered {Code}. The fault is on "
                + "our side: the operator has to correct it",
            _ => $"whether we may open any could not be found out ({Reason}, {Code})",
        };
        return new AwsFailure(
            Reason,
            Fault,
            CanRetry: true,
            Code,
            $"Account {account}: AWS refused its role, but {why}. It proves nothing about the account's role.",
            RequestId);
    }
}
