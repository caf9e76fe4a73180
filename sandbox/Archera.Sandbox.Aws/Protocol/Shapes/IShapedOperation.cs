using Archera.Sandbox.Aws.Throttling;

namespace Archera.Sandbox.Aws.Protocol.Shapes;

/// <summary>
/// One operation of a service that is spoken to in several protocols; it does not know in which. It is called after
/// signature and permission have been checked, the call's token was taken from its bucket, and faults were drawn.
/// </summary>
internal interface IShapedOperation
{
    string Name { get; }

    /// <summary>The IAM action, for example <c>cloudwatch:GetMetricData</c>.</summary>
    string Action { get; }

    InputShape Input { get; }

    /// <summary>AWS's published rate for this operation, per account and region.</summary>
    ServiceQuota Quota { get; }

    ShapedAnswer Answer(ShapedCall call);
}
