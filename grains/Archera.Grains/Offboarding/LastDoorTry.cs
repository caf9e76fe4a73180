using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Contracts.Offboarding;
using Archera.Grains.Accounts;

namespace Archera.Grains.Offboarding;

/// <summary>
/// Tries whether a departing claim's role still opens with one of the claim's external ids. In the form of a session
/// first; a role that refuses that may still open to the bare one. Only a role that refused every try is refused.
/// </summary>
public sealed class LastDoorTry(AccountServices services)
{
    private static readonly bool[] FullThenBare = [true, false];

    /// <summary>What was found out, and how many requests that took.</summary>
    public async Task<(LastDoor Door, int Calls)> RunAsync(
        PayerAccountKey account, DepartingClaim claim, RoleArn? tried, CancellationToken cancellationToken)
    {
        if (tried is not { } role)
            return (LastDoor.NotTried, 0);
        var calls = 0;
        AwsFailure? unknown = null;
        string? refusedRequest = null;
        foreach (var externalId in claim.ExternalIds)
        {
            await using var connection = services.Connect(account, role, externalId, claim.Mode);
            foreach (var full in FullThenBare)
            {
                var answer = await connection.TryDoorAsync(new DoorTry(externalId, full), cancellationToken);
                if (answer.Succeeded)
                {
                    var now = services.Time.GetUtcNow();
                    return (LastDoor.StillOpen(role, answer.RequestId, now), calls + (int)connection.Totals.Calls);
                }

                if (answer.Failure.Reason == FailureReasons.AccessDenied)
                    refusedRequest = answer.Failure.RequestId;
                else
                    unknown ??= answer.Failure;
            }

            calls += (int)connection.Totals.Calls;
        }

        var endedAt = services.Time.GetUtcNow();
        return unknown is null
            ? (LastDoor.Refused(role, refusedRequest, endedAt), calls)
            : (LastDoor.Unknown(role, unknown, endedAt), calls);
    }
}
