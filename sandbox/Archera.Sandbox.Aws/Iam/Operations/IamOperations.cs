using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

internal static class IamOperations
{
    /// <summary>What a customer needs to make, change and delete the role that a vendor may assume.</summary>
    internal static IReadOnlyList<IQueryOperation> Create(UserStore users, RoleStore roles)
    {
        var principals = new TrustedPrincipals(users, roles);
        return
        [
            new CreateRole(roles, principals),
            new GetRole(roles),
            new UpdateAssumeRolePolicy(roles, principals),
            new DeleteRole(roles),
            new PutRolePolicy(roles),
            new GetRolePolicy(roles),
            new ListRolePolicies(roles),
            new DeleteRolePolicy(roles),
            new AttachRolePolicy(roles),
            new ListAttachedRolePolicies(roles),
            new DetachRolePolicy(roles),
        ];
    }
}
