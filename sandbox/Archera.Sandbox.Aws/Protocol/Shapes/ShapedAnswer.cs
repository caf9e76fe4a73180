using Archera.Sandbox.Aws.Billing;

namespace Archera.Sandbox.Aws.Protocol.Shapes;

/// <summary>A result, still without a protocol, or an error.</summary>
/// <param name="PriceUsd">What AWS bills for this answer.</param>
internal sealed record ShapedAnswer(
    Action<IShapeWriter>? Write, AwsError? Error = null, decimal PriceUsd = 0,
    CallOutcome Outcome = CallOutcome.Succeeded)
{
    internal static ShapedAnswer Refused(AwsError error, CallOutcome outcome = CallOutcome.Failed) =>
        new(null, error, Outcome: outcome);
}
