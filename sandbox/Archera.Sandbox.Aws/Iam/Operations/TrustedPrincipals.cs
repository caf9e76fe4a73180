using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

/// <summary>IAM keeps no trust in a user or role that does not exist, nor in one of another partition.</summary>
internal sealed class TrustedPrincipals(UserStore users, RoleStore roles)
{
    internal AwsError? Invalid(PolicyDocument trust, string partition)
    {
        var unknown = trust.Statements
            .SelectMany(statement => statement.Principals?.Aws ?? [])
            .FirstOrDefault(principal => !Exists(principal, partition));
        return unknown is null
            ? null
            : new AwsError(400, "MalformedPolicyDocument", $"Invalid principal in policy: \"AWS\":\"{unknown}\"");
    }

    private bool Exists(string principal, string partition)
    {
        if (principal == "*" || AccountId.IsOne(principal))
            return true;
        var parts = principal.Split(':', 6);
        if (parts is not ["arn", _, "iam" or "sts", "", _, _] || parts[1] != partition || !AccountId.IsOne(parts[4]))
            return false;
        return (parts[2], parts[5].Split('/')[0]) switch
        {
            ("iam", "root") => parts[5] == "root",
            ("iam", "user") => users.Exists(principal),
            ("iam", "role") => roles.Find(principal) is not null,
            ("sts", "assumed-role") => true, // A session may be trusted before it is there.
            _ => false,
        };
    }
}
