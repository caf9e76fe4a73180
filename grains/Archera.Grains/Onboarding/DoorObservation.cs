using Archera.Aws.Calls;
using Archera.Aws.Sessions;

namespace Archera.Grains.Onboarding;

/// <param name="Form">How it was asked, in words, such as <c>without an external id</c>.</param>
/// <param name="Failure">Why nothing was found out; null otherwise.</param>
public sealed record DoorObservation(string Form, DoorFinding Finding, string? RequestId, AwsFailure? Failure = null)
{
    /// <summary>Only STS's own AccessDenied is a refusal.</summary>
    public static DoorObservation Of(string form, AwsAnswer<OpenedDoor> answer) => answer switch
    {
        { Succeeded: true } => new(form, DoorFinding.Opened, answer.RequestId),
        { Failure.Reason: FailureReasons.AccessDenied } => new(form, DoorFinding.Refused, answer.RequestId),
        _ => new(form, DoorFinding.NothingFoundOut, answer.RequestId, answer.Failure),
    };
}
