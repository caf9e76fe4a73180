using System.Security.Cryptography;
using Amazon.SecurityToken.Model;

namespace Archera.Aws.Sessions;

/// <summary>
/// How AssumeRole is asked for one account: sessions and tries at the door come from here, so that a try differs from
/// a session in what it is meant to differ in and in nothing else.
/// </summary>
internal sealed class AssumeRoleForm(AccountRole role)
{
    /// <summary>Role chaining allows no more, and AWS's default maximum is the same.</summary>
    public const int DurationSeconds = 3600;

    private readonly string _policy = SessionPolicy.Of(role.Actions);

    public AssumeRoleRequest Session() => Try(new DoorTry(role.ExternalId, Full: true));

    /// <summary>A control role of ours, in the form that the account's role is asked for in.</summary>
    public AssumeRoleRequest Control(string controlRole)
    {
        var request = Try(new DoorTry(null, Full: true));
        request.RoleArn = controlRole;
        return request;
    }

    public AssumeRoleRequest Try(DoorTry door)
    {
        var name = "archera-" + RandomNumberGenerator.GetHexString(8, lowercase: true);
        var request = new AssumeRoleRequest
        {
            RoleArn = role.RoleArn.Value,
            ExternalId = door.ExternalId?.Reveal(),
            RoleSessionName = name,
            Policy = _policy,
        };
        if (!door.Full)
            return request;
        request.SourceIdentity = name;
        request.DurationSeconds = DurationSeconds;
        return request;
    }
}
