using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Contracts.Offboarding;
using Archera.Grains.Accounts;

namespace Archera.Grains.Offboarding;

/// <summary>
/// Tries whether a departing claim's role still opens with the right external id. In the form of a session first; a
/// role that refuses that may still open to the bare one.
/// </summary>
public sealed class LastDoorTry(AccountServices services)
{
    private static readonly bool[] FullThenBare = [true, false];

    /// <summary>What was found out, and how many requests that took.</summary>
    public async Task<(LastDoor Door, int Calls)> RunAsync(
        PayerAccountKey account, DepartingClaim claim, CancellationToken cancellationToken)
    {
        if (claim.Role is not { } role)
            return (LastDoor.NotTried, 0);
        var calls = 0;
        AwsFailure? refused = null;
        foreach (var externalId in claim.ExternalIds)
        {
            await using var connection = services.Connect(account, role, externalId, claim.Mode);
            foreach (var full in FullThenBare)
            {
                var answer = await connection.TryDoorAsync(new DoorTry(externalId, full), cancellationToken);
                var spent = calls + (int)connection.Totals.Calls;
                var now = services.Time.GetUtcNow();
                if (answer.Succeeded)
                    return (LastDoor.StillOpen(role, answer.RequestId, now), spent);
                if (answer.Failure.Reason != FailureReasons.AccessDenied)
                    return (LastDoor.Unknown(role, answer.Failure, now), spent);
                refused = answer.Failure;
            }

            calls += (int)connection.Totals.Calls;
        }

        return (LastDoor.Refused(role, refused?.RequestId, services.Time.GetUtcNow()), calls);
    }
}
