using Archera.Aws.Calls;
using Archera.Contracts.Identity;

namespace Archera.Grains.Offboarding;

/// <summary>The last AssumeRole of an offboarding, for the receipt.</summary>
/// <param name="Detail">What it means and what the customer does, in words.</param>
[GenerateSerializer, Immutable, Alias("archera.state.LastDoor")]
public sealed record LastDoor(
    [property: Id(0)] LastDoorOutcome Outcome,
    [property: Id(1)] string? Role,
    [property: Id(2)] string Detail,
    [property: Id(3)] string? AwsRequestId,
    [property: Id(4)] DateTimeOffset? TriedAt)
{
    public static LastDoor NotTried { get; } = new(
        LastDoorOutcome.NotTried,
        null,
        "No role is stored. If you made one for us, delete it, and the stack that made it.",
        null,
        null);

    public static LastDoor StillOpen(RoleArn role, string? requestId, DateTimeOffset now) => new(
        LastDoorOutcome.StillOpen,
        role.Value,
        $"{role} still opens to us. Delete it, or the stack that made it. The session was thrown away unused, and the "
        + "external id is erased here.",
        requestId,
        now);

    public static LastDoor Refused(RoleArn role, string? requestId, DateTimeOffset now) => new(
        LastDoorOutcome.Refused,
        role.Value,
        $"{role} does not open to us any more. AWS answers the same whether it is deleted or its trust policy does not "
        + "let us in: if it still exists, delete it.",
        requestId,
        now);

    public static LastDoor Unknown(RoleArn role, AwsFailure failure, DateTimeOffset now) => new(
        LastDoorOutcome.Unknown,
        role.Value,
        $"Whether {role} still opens to us could not be found out. {failure.Detail} If it still exists, delete it.",
        failure.RequestId,
        now);
}
